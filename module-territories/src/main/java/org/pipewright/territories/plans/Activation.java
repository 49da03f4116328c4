package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.assignment.Redistributing;
import org.pipewright.territories.tree.PlannedTree;
import org.pipewright.territories.tree.Redrawing;
import org.pipewright.territories.tree.TreeChange;

/** Makes live territories stand as a plan says, and as they stood before it. */
@ApplicationScoped
class Activation {

    @Inject
    Plans plans;

    @Inject
    Redrawing redrawing;

    @Inject
    Redistributing redistributing;

    @Inject
    Records records;

    void activate(TerritoryPlan plan) {
        Instant now = redistributing.begin();
        PlannedTree live = redrawing.now();
        TreeChange change = plan.change();
        requireThere(change, plan.base(), live);
        Optional<TerritoryPlan> active = plans.active();
        active.ifPresent(other -> records.change(other, its -> its.take(PlanStep.DISPLACE)));
        plan.activate(live, now, active.map(TerritoryPlan::id));
        redistributing.forward();
        Map<UUID, UUID> known = redrawing.redraw(change, plan.name());
        plan.know(plan.draft().known(known));
    }

    /** What is done to a territory that was there when the plan was drawn can be done only while it still is. */
    private static void requireThere(TreeChange change, PlannedTree drawnFrom, PlannedTree live) {
        change.drawn().stream()
                .filter(territory -> drawnFrom.withId(territory.id()).isPresent())
                .filter(territory -> live.withId(territory.id()).isEmpty())
                .findFirst()
                .ifPresent(gone -> {
                    throw Refusal.of(TerritoriesErrorCode.PLANNED_TERRITORY_GONE, gone.name());
                });
    }

    void rollBack(TerritoryPlan plan) {
        redistributing.begin();
        PlannedTree former = plan.former();
        TreeChange back = plan.change().undone(former);
        requireThere(back, former, redrawing.now());
        Instant activated = plan.activatedAt().orElseThrow();
        plan.take(PlanStep.ROLL_BACK);
        redistributing.back(activated);
        redrawing.redraw(back, plan.name());
        plans.displacedBy(plan).ifPresent(before -> records.change(before, its -> its.take(PlanStep.RETURN)));
    }
}
