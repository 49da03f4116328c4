package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Whose turn it is: remembers every lead a rule gave to somebody (S-LEAD-10). */
@ApplicationScoped
class AssignmentTurns {

    /** Leads of this transaction may not be written yet; their turns are. */
    private static final String STANDINGS = """
            select cast(c.id as text),
              (select count(*) from sales.assignment_turn t where t.member_id = c.id and t.at >=
                date_trunc('month', now() at time zone cast(?2 as text)) at time zone cast(?2 as text)),
              (select count(*) from sales.assignment_turn t where t.member_id = c.id and t.at >= now())
              + (select count(*) from sales.lead l join sales.lead_status s
                on s.tenant_id = l.tenant_id and s.id = l.status_id
                where l.owner_id = c.id and l.deleted_at is null and s.category in ('NEW', 'OPEN')),
              coalesce((select extract(epoch from max(t.at)) from sales.assignment_turn t
                where t.member_id = c.id and t.rule_id = cast(?3 as uuid)), 0)
            from unnest(cast(string_to_array(?1, ',') as uuid[])) c(id)""";

    private record Standing(UUID member, int thisMonth, int open, double last) {

        static Standing of(Object[] row) {
            return new Standing(
                    UUID.fromString((String) row[0]),
                    ((Number) row[1]).intValue(),
                    ((Number) row[2]).intValue(),
                    ((Number) row[3]).doubleValue());
        }
    }

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    /** The one of the people who gets the next lead by the rule; nobody if all have as many as they can take. */
    Optional<Colleague> next(AssignmentRule rule, List<Colleague> people) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        lock(rule);
        Comparator<Standing> byTurns = Comparator.comparingDouble(Standing::last);
        Optional<UUID> chosen = standings(rule, people).stream()
                .filter(standing -> rule.capacity()
                        .filter(most -> standing.thisMonth() >= most)
                        .isEmpty())
                .min(
                        rule.isByTurns()
                                ? byTurns
                                : Comparator.comparingInt(Standing::open).thenComparing(byTurns))
                .map(Standing::member);
        chosen.ifPresent(member -> note(rule, member));
        return chosen.flatMap(member ->
                people.stream().filter(person -> person.id().equals(member)).findFirst());
    }

    /** Two leads that come at the same time are not for the same person. */
    private void lock(AssignmentRule rule) {
        entityManager
                .createNativeQuery("select 1 from sales.assignment_rule where id = cast(?1 as uuid) for update")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, rule.id().toString())
                .getResultList();
    }

    private List<Standing> standings(AssignmentRule rule, List<Colleague> people) {
        ZoneId zone = tenant.timeZone();
        List<?> rows = entityManager
                .createNativeQuery(STANDINGS)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(
                        1, people.stream().map(person -> person.id().toString()).collect(Collectors.joining(",")))
                .setParameter(2, zone.getId())
                .setParameter(3, rule.id().toString())
                .getResultList();
        return rows.stream().map(row -> Standing.of((Object[]) row)).toList();
    }

    private void note(AssignmentRule rule, UUID member) {
        entityManager
                .createNativeQuery("insert into sales.assignment_turn (rule_id, member_id)"
                        + " values (cast(?1 as uuid), cast(?2 as uuid))")
                .setParameter(1, rule.id().toString())
                .setParameter(2, member.toString())
                .executeUpdate();
    }
}
