package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reckons the scores of leads by the rules of the tenant and says what they are made of (S-LEAD-11). Their versions stay:
 * nobody edited them. Without rules scores are what people typed.
 */
@ApplicationScoped
class Scores {

    private static final String RECKON = """
            update sales.lead l set score = f.score, score_reasons = f.reasons
            from (select x.tenant_id, x.id,
                cast(greatest(0, least(100, coalesce(sum(r.points), 0))) as int) as score,
                string_agg(concat(case when r.points > 0 then '+' end, r.points, ' ', r.name), chr(10)
                  order by r.position, r.id) as reasons
              from sales.lead x
              join sales.lead_status s on s.tenant_id = x.tenant_id and s.id = x.status_id
              left join sales.score_rule r on r.tenant_id = x.tenant_id and r.active and r.deleted_at is null and
                case r.basis
                  when 'FIELD' then case
                    when r.fact = 'EMPLOYEES' then x.employees >= coalesce(r.least, 0)
                    when r.fact = 'BUDGET' then x.budget_base >= coalesce(r.least, 0)
                    else lower(case r.fact when 'INDUSTRY' then x.industry when 'COMPANY' then x.company
                      when 'JOB_TITLE' then x.job_title when 'WEBSITE' then x.website end) like
                      lower(coalesce(r.value, '%')) end
                  when 'CHANNEL' then x.channel_id = r.channel_id
                  when 'REPLIED' then x.replied_at is not null
                  when 'RECENT' then coalesce(x.last_activity_at, x.created_at) >= now() - r.days * interval '1 day'
                end
              where x.deleted_at is null and s.category in ('NEW', 'OPEN')
                and (cast(?1 as text) = '' or x.id = any(cast(string_to_array(?1, ',') as uuid[])))
                and exists (select 1 from sales.score_rule a
                  where a.tenant_id = x.tenant_id and a.active and a.deleted_at is null)
              group by x.tenant_id, x.id) f
            where l.tenant_id = f.tenant_id and l.id = f.id
              and (l.score is distinct from f.score or l.score_reasons is distinct from f.reasons)""";

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** Whether scores come from rules. */
    boolean areReckoned() {
        return entityManager
                        .createQuery(
                                "select count(r) from ScoreRule r where r.active = true and r.deletedAt is null",
                                Long.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    /** Reckons the scores of these leads, as far as they are open. */
    void reckon(Collection<UUID> leads) {
        if (!leads.isEmpty()) {
            reckon(leads.stream().map(UUID::toString).collect(Collectors.joining(",")));
        }
    }

    /** Reckons those of all open leads. */
    void reckonAll() {
        reckon("");
    }

    private void reckon(String leads) {
        entityManager.createNativeQuery(RECKON).setParameter(1, leads).executeUpdate();
    }
}
