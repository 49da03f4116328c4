package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordChore;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.tree.Territory;

/** Activates plans on their day, in the tenant's time zone (S-TERR-08). */
@ApplicationScoped
class PlansThatAreDue implements RecordChore<TerritoryPlan> {

    @Inject
    Plans plans;

    @Inject
    Activation activation;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Override
    public List<UUID> due() {
        return tenant.hasFeature(Territory.FEATURE) ? plans.dueOn(tenant.today()) : List.of();
    }

    @Override
    public void perform(TerritoryPlan plan) {
        boolean due =
                plan.activateOn().filter(day -> !day.isAfter(tenant.today())).isPresent();
        if (due && PlanStep.ACTIVATE.isPossible(plan.status())) {
            records.change(plan, activation::activate);
        }
    }
}
