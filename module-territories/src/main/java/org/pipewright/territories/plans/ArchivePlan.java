package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Puts a plan aside that is not to be activated. */
@ApplicationScoped
class ArchivePlan implements Verb<TerritoryPlan, Nothing> {

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(TerritoryPlan plan) {
        return PlanStep.ARCHIVE.isPossible(plan.status());
    }

    @Override
    public void perform(TerritoryPlan plan, Nothing nothing) {
        plan.take(PlanStep.ARCHIVE);
    }
}
