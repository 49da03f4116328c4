package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Assignables.Matched;
import org.pipewright.platform.spi.records.RecordValues;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.assignment.AssignmentView.Named;
import org.pipewright.territories.assignment.SurveyView.Flow;
import org.pipewright.territories.assignment.SurveyView.OfType;
import org.pipewright.territories.assignment.SurveyView.Overlapping;
import org.pipewright.territories.tree.PlannedTerritory;
import org.pipewright.territories.tree.PlannedTree;
import org.pipewright.territories.tree.Territories;
import org.pipewright.territories.tree.Territory;

/** Looks at all records as a run would, and moves none. */
@ApplicationScoped
public class Surveying {

    private static final int PAGE = 1000;

    @Inject
    Assignables assignables;

    @Inject
    Assignments assignments;

    @Inject
    Pins pins;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Explaining explaining;

    @Inject
    Territories territories;

    @Inject
    CurrentTenant tenant;

    @Inject
    RecordValues values;

    /** How things stand. */
    SurveyView now() {
        return survey(UnaryOperator.identity());
    }

    /** What an activation of the territory, or of one that is active its deactivation, would bring about. */
    SurveyView after(Territory territory) {
        boolean counts = !territory.isActive() && territory.wouldCount(tenant.today());
        return survey(book -> book.with(territory.id(), counts));
    }

    /**
     * What it would bring about if territories stood as planned.
     *
     * @param back when the plan was activated that would be rolled back; empty if one would be activated
     */
    public List<OfType> planned(PlannedTree tree, Optional<Instant> back) {
        Map<UUID, PlannedTerritory> planned = tree.byId();
        Function<UUID, Named> names =
                id -> planned.containsKey(id) ? new Named(id, planned.get(id).name()) : explaining.named(id);
        return assignables.types().stream()
                .map(type -> told(type.name(), survey(type.name(), rulebooks.planned(type.name(), tree), back), names))
                .toList();
    }

    private SurveyView survey(UnaryOperator<Rulebook> change) {
        return new SurveyView(
                assignables.types().stream()
                        .map(type -> told(
                                type.name(),
                                survey(type.name(), change.apply(rulebooks.of(type.name())), Optional.empty()),
                                explaining::named))
                        .toList(),
                named(territories.withoutMembers(tenant.today())),
                named(territories.withBrokenRules()));
    }

    private List<Named> named(Collection<Territory> all) {
        return all.stream().map(Territory::id).map(explaining::named).toList();
    }

    private Survey survey(String recordType, Rulebook book, Optional<Instant> back) {
        Survey survey = new Survey(book, moving -> values.of(recordType, moving));
        Optional<UUID> after = Optional.empty();
        do {
            List<Matched> records = assignables.page(recordType, book.criteria(), after, PAGE);
            List<UUID> ids = records.stream().map(Matched::id).toList();
            survey.add(
                    records,
                    new Moves.Standing(
                            assignments.of(ids),
                            pins.of(ids),
                            back.map(since -> assignments.settledBefore(ids, since))
                                    .orElse(Map.of())));
            after = records.size() < PAGE ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
        } while (after.isPresent());
        return survey;
    }

    private OfType told(String recordType, Survey survey, Function<UUID, Named> names) {
        boolean valued = values.areKnown(recordType);
        return new OfType(
                recordType,
                survey.records(),
                survey.holes(),
                survey.overlaps(),
                survey.pinned(),
                survey.overlapping().stream()
                        .filter(overlap -> explaining.isSeen(recordType, overlap.record()))
                        .map(overlap -> new Overlapping(
                                overlap.record(),
                                overlap.territories().stream().map(names).toList()))
                        .toList(),
                survey.ways().stream()
                        .map(way -> new Flow(
                                way.getKey().from().map(names).orElse(null),
                                way.getKey().to().map(names).orElse(null),
                                way.getValue().records(),
                                valued ? sum(way.getValue()) : null))
                        .toList(),
                survey.moving().records(),
                valued ? sum(survey.moving()) : null);
    }

    private Sum sum(Survey.Load load) {
        return Sum.of(load.value(), tenant.currency());
    }
}
