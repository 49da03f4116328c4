package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantChore;
import org.pipewright.territories.tree.Territories;

/**
 * Looks at every record when a new day has begun for the tenant: territories and pins begin and end, rules tell days from
 * today, rates change amounts, and the module may not have been there for a while.
 */
@ApplicationScoped
class LookOnNewDay implements TenantChore {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    @Inject
    Territories territories;

    @Inject
    Runs runs;

    @Override
    public void perform() {
        if (territories.anyActive() && isNewDay()) {
            runs.start();
        }
    }

    private boolean isNewDay() {
        return entityManager
                        .createNativeQuery("insert into territories.last_look (day) values (cast(?1 as date))"
                                + " on conflict (tenant_id) do update set day = excluded.day"
                                + " where territories.last_look.day <> excluded.day")
                        .setParameter(1, tenant.today().toString())
                        .executeUpdate()
                > 0;
    }
}
