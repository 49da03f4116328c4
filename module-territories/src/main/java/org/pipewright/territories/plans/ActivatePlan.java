package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Lets live territories stand as planned (S-TERR-08). */
@ApplicationScoped
class ActivatePlan implements Verb<TerritoryPlan, Nothing> {

    @Inject
    Activation activation;

    @Override
    public String name() {
        return "activate";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(TerritoryPlan plan) {
        return PlanStep.ACTIVATE.isPossible(plan.status());
    }

    @Override
    public void perform(TerritoryPlan plan, Nothing nothing) {
        activation.activate(plan);
    }
}
