package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Assignables.Matched;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.assignment.AssignmentView.Named;
import org.pipewright.territories.assignment.SurveyView.Flow;
import org.pipewright.territories.assignment.SurveyView.OfType;
import org.pipewright.territories.assignment.SurveyView.Overlapping;
import org.pipewright.territories.tree.Territories;
import org.pipewright.territories.tree.Territory;

/** Looks at all records as a run would, and moves none. */
@ApplicationScoped
class Surveying {

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

    /** How things stand. */
    SurveyView now() {
        return survey(UnaryOperator.identity());
    }

    /** What an activation of the territory, or of one that is active its deactivation, would bring about. */
    SurveyView after(Territory territory) {
        boolean counts = !territory.isActive() && territory.wouldCount(tenant.today());
        return survey(book -> book.with(territory.id(), counts));
    }

    private SurveyView survey(UnaryOperator<Rulebook> change) {
        return new SurveyView(
                assignables.types().stream()
                        .map(type -> survey(type.name(), change.apply(rulebooks.of(type.name()))))
                        .toList(),
                named(territories.withoutMembers(tenant.today())),
                named(territories.withBrokenRules()));
    }

    private List<Named> named(Collection<Territory> all) {
        return all.stream().map(Territory::id).map(explaining::named).toList();
    }

    private OfType survey(String recordType, Rulebook book) {
        Survey survey = new Survey(book);
        Optional<UUID> after = Optional.empty();
        do {
            List<Matched> records = assignables.page(recordType, book.criteria(), after, PAGE);
            List<UUID> ids = records.stream().map(Matched::id).toList();
            survey.add(records, assignments.of(ids), pins.of(ids));
            after = records.size() < PAGE ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
        } while (after.isPresent());
        return told(recordType, survey);
    }

    private OfType told(String recordType, Survey survey) {
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
                                overlap.territories().stream()
                                        .map(explaining::named)
                                        .toList()))
                        .toList(),
                survey.ways().stream()
                        .map(way -> new Flow(
                                way.getKey().from().map(explaining::named).orElse(null),
                                way.getKey().to().map(explaining::named).orElse(null),
                                way.getValue()))
                        .toList());
    }
}
