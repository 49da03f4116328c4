package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.records.Choices;
import org.pipewright.sales.kinds.Course;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Kinds;

/** Offers the kinds that are open to somebody, and the stages and statuses a deal may go to (S-KIND-03, S-KIND-18). */
@ApplicationScoped
class OpportunityChoices implements Choices<Opportunity> {

    @Inject
    Stages stages;

    @Inject
    Kinds kinds;

    @Inject
    Catalogue catalogue;

    @Inject
    RoleNames roles;

    @Inject
    CurrentCaller caller;

    @Override
    public Set<String> fields() {
        return Set.of("kind", "stage", "status");
    }

    @Override
    public Map<String, Set<UUID>> of(Opportunity deal) {
        if (!stages.isManaged() || deal.isDecided()) {
            return Map.of();
        }
        Map<String, Set<UUID>> choices = new HashMap<>();
        choices.put(
                "kind", isNew(deal) ? kindsFor(deal) : deal.kind().map(Set::of).orElseGet(() -> kindsFor(deal)));
        course(deal).ifPresent(way -> {
            List<Course.Step> steps = steps(deal, way);
            choices.put("stage", Stream.concat(ids(steps), here(deal)).collect(Collectors.toSet()));
            if (way.kind().hasStages()) {
                choices.put("status", statuses(deal, way, steps));
            }
        });
        return choices;
    }

    private static boolean isNew(Opportunity deal) {
        return deal.id() == null;
    }

    /** Another kind than its own is what a verb brings about; these are the kinds it may have at all. */
    Set<UUID> kindsFor(Opportunity deal) {
        return kinds.openTo(deal.team()).stream().map(Kind::id).collect(Collectors.toSet());
    }

    private Optional<Course> course(Opportunity deal) {
        Optional<Kind> kind = deal.kind().isPresent()
                ? deal.kind().flatMap(kinds::withId)
                : isNew(deal) ? kinds.preferredFor(deal.team()) : Optional.empty();
        return kind.map(kinds::course);
    }

    /** Where it may start, or go to from where it stands. */
    private List<Course.Step> steps(Opportunity deal, Course way) {
        if (!isNew(deal) && caller.level(Opportunity.NAME, MoveOpportunity.NAME) == Level.NONE) {
            return List.of();
        }
        UUID from = deal.stage().orElse(null);
        return way.steps().stream()
                .filter(step -> (isNew(deal)
                                ? way.toStart(step.stage().id(), roles::isHeld)
                                : way.toMove(from, step.stage().id(), roles::isHeld))
                        .isEmpty())
                .toList();
    }

    private static Stream<UUID> ids(List<Course.Step> steps) {
        return steps.stream().map(step -> step.stage().id());
    }

    private static Stream<UUID> here(Opportunity deal) {
        return isNew(deal) ? Stream.empty() : deal.stage().stream();
    }

    /** Statuses that bring it to one of the stages, where it stands, and the outcomes, which verbs bring about. */
    private Set<UUID> statuses(Opportunity deal, Course way, List<Course.Step> steps) {
        Stream<UUID> open = steps.stream()
                .filter(step -> way.forStatus(step.stage().status())
                        .filter(step::equals)
                        .isPresent())
                .map(step -> step.stage().status());
        Stream<UUID> outcomes = Stream.of(OpportunityStatus.Category.WON, OpportunityStatus.Category.LOST)
                .map(category -> catalogue.system(category).id());
        Stream<UUID> here = isNew(deal) ? Stream.empty() : deal.status().stream();
        return Stream.of(open, outcomes, here).flatMap(ids -> ids).collect(Collectors.toSet());
    }

    /** Stages of its kind it may be moved to by a verb, which asks for the right itself. */
    Set<UUID> ahead(Opportunity deal) {
        Set<UUID> ahead = course(deal)
                .map(way -> ids(steps(deal, way)).collect(Collectors.toSet()))
                .orElse(Set.of());
        return without(ahead, deal.stage());
    }

    /** Stages of its kind it may be brought to against the order. */
    Set<UUID> aside(Opportunity deal) {
        Set<UUID> reachable = course(deal)
                .map(way -> way.steps().stream()
                        .map(step -> step.stage().id())
                        .filter(stage -> way.toReach(stage, roles::isHeld).isEmpty())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        return without(reachable, deal.stage());
    }

    /** Stages of the kind. */
    Set<UUID> stagesOf(UUID kind) {
        return kinds.withId(kind)
                .map(kinds::course)
                .map(way -> ids(way.steps()).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    static Set<UUID> without(Set<UUID> ids, Optional<UUID> present) {
        return ids.stream().filter(id -> present.filter(id::equals).isEmpty()).collect(Collectors.toSet());
    }
}
