package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.tree.Redrawing;

/** Plans begin as a copy of what there is, and become true today or later. */
@ApplicationScoped
class TerritoryPlanRules implements RecordRules<TerritoryPlan> {

    @Inject
    Redrawing redrawing;

    @Inject
    CurrentTenant tenant;

    @Override
    public void prepare(TerritoryPlan plan) {
        plan.begin(redrawing.now());
    }

    @Override
    public void check(TerritoryPlan plan, Change change, Violations violations) {
        if (change.touches("activateOn")
                && plan.activateOn().filter(day -> day.isBefore(tenant.today())).isPresent()) {
            violations.reject("activateOn", "invalid", "territories.violation.over");
        }
    }

    @Override
    public void requireDeletable(TerritoryPlan plan) {
        if (plan.status() == PlanStatus.ACTIVE) {
            throw Refusal.of(TerritoriesErrorCode.PLAN_IN_FORCE);
        }
    }
}
