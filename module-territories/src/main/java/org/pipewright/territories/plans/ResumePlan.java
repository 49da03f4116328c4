package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.territories.tree.Redrawing;

/** Goes on with a plan, from the territories as they are now. */
@ApplicationScoped
class ResumePlan implements Verb<TerritoryPlan, Nothing> {

    @Inject
    Redrawing redrawing;

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public boolean offered(TerritoryPlan plan) {
        return PlanStep.RESUME.isPossible(plan.status());
    }

    @Override
    public void perform(TerritoryPlan plan, Nothing nothing) {
        plan.resume(redrawing.now());
    }
}
