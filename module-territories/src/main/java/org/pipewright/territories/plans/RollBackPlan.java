package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Takes back what the activation of a plan has changed (S-TERR-08). */
@ApplicationScoped
class RollBackPlan implements Verb<TerritoryPlan, Nothing> {

    @Inject
    Activation activation;

    @Override
    public String name() {
        return "roll-back";
    }

    @Override
    public boolean offered(TerritoryPlan plan) {
        return PlanStep.ROLL_BACK.isPossible(plan.status());
    }

    @Override
    public void perform(TerritoryPlan plan, Nothing nothing) {
        activation.rollBack(plan);
    }
}
