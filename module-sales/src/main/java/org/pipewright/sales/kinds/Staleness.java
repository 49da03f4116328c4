package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Reckons anew from when on deals are stale, after a kind has got another limit (S-KIND-22). */
@ApplicationScoped
class Staleness {

    private static final String RECKON = """
            update sales.opportunity o
            set stale_on = (o.stage_since at time zone cast(?1 as text))::date + 1 + coalesce(s.stale_after_days, k.stale_after_days)
            from sales.kind k left join sales.kind_stage s
              on s.tenant_id = k.tenant_id and s.kind_id = k.id and s.deleted_at is null
            where k.tenant_id = o.tenant_id and k.id = cast(?2 as uuid) and o.kind_id = k.id
              and (s.stage_id = o.stage_id or (o.stage_id is null and s.id is null))
              and o.outcome = 'IN_PROGRESS'
            """;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    void reckon(UUID kind) {
        entityManager
                .createNativeQuery(RECKON)
                .setParameter(1, tenant.timeZone().getId())
                .setParameter(2, kind.toString())
                .executeUpdate();
    }
}
