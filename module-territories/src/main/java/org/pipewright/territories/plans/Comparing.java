package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.territories.assignment.SurveyView.OfType;
import org.pipewright.territories.assignment.Surveying;
import org.pipewright.territories.plans.ComparisonView.Difference;
import org.pipewright.territories.plans.ComparisonView.Kind;
import org.pipewright.territories.tree.PlannedTerritory;
import org.pipewright.territories.tree.PlannedTree;
import org.pipewright.territories.tree.Redrawing;
import org.pipewright.territories.tree.TreeChange;

/** Compares a plan with the live territories (S-TERR-08). */
@ApplicationScoped
class Comparing {

    @Inject
    Redrawing redrawing;

    @Inject
    Surveying surveying;

    ComparisonView of(TerritoryPlan plan) {
        PlannedTree live = redrawing.now();
        TreeChange change = plan.change();
        return new ComparisonView(differences(plan, change, live), types(plan, change, live));
    }

    private List<OfType> types(TerritoryPlan plan, TreeChange change, PlannedTree live) {
        return switch (plan.status()) {
            case PLANNING -> surveying.planned(change.appliedTo(live), Optional.empty());
            case ACTIVE -> surveying.planned(change.undone(plan.former()).appliedTo(live), plan.activatedAt());
            case ARCHIVED -> List.of();
        };
    }

    private static List<Difference> differences(TerritoryPlan plan, TreeChange change, PlannedTree live) {
        PlannedTree base = plan.base();
        boolean open = plan.status() == PlanStatus.PLANNING;
        Stream<Difference> drawn = change.drawn().stream()
                .map(territory -> base.withId(territory.id())
                        .map(former -> new Difference(
                                territory.id(),
                                territory.name(),
                                Kind.CHANGED,
                                territory.differences(former),
                                open && isChanged(former, live)))
                        .orElseGet(() -> new Difference(territory.id(), territory.name(), Kind.NEW, List.of(), false)));
        return Stream.concat(drawn, change.dropped().stream().map(id -> dropped(base, id, open, live)))
                .toList();
    }

    private static Difference dropped(PlannedTree base, UUID id, boolean open, PlannedTree live) {
        PlannedTerritory former = base.withId(id).orElseThrow();
        return new Difference(id, former.name(), Kind.DROPPED, List.of(), open && isChanged(former, live));
    }

    private static boolean isChanged(PlannedTerritory former, PlannedTree live) {
        return live.withId(former.id()).filter(former::equals).isEmpty();
    }
}
