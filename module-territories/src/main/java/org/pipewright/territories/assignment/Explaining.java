package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Assignables.Matched;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.territories.assignment.AssignmentView.Candidacy;
import org.pipewright.territories.assignment.AssignmentView.HandingView;
import org.pipewright.territories.assignment.AssignmentView.MoveView;
import org.pipewright.territories.assignment.AssignmentView.Named;
import org.pipewright.territories.assignment.AssignmentView.PinView;
import org.pipewright.territories.assignment.AssignmentView.RuleView;
import org.pipewright.territories.tree.Territory;

/** Says why a record is in the territory it is in (S-TERR-04). */
@ApplicationScoped
class Explaining {

    @Inject
    Assignables assignables;

    @Inject
    Assignments assignments;

    @Inject
    Pins pins;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Handings handings;

    @Inject
    Records records;

    /** Of a record that the caller sees. */
    Optional<AssignmentView> of(String recordType, UUID record) {
        return isSeen(recordType, record) ? Optional.of(explained(recordType, record)) : Optional.empty();
    }

    /** Whether there is a record that could be in a territory and that the caller sees. */
    boolean isSeen(String recordType, UUID record) {
        boolean known =
                assignables.types().stream().anyMatch(type -> type.name().equals(recordType));
        return known && records.seen(recordType, record).isPresent();
    }

    private AssignmentView explained(String recordType, UUID record) {
        Rulebook book = rulebooks.of(recordType);
        Optional<Matched> matched = assignables.among(recordType, book.criteria(), Set.of(record)).stream()
                .findFirst();
        UUID current = assignments.of(Set.of(record)).get(record);
        Pin pin = pins.of(Set.of(record)).get(record);
        List<Candidate> candidates =
                matched.map(Matched::criteria).map(book::candidates).orElse(List.of());
        return new AssignmentView(
                current == null ? null : named(current),
                assignments.since(record).orElse(null),
                Moves.holds(book, pin)
                        ? Ground.PINNED
                        : ground(
                                matched.filter(one -> Moves.stays(one, current)).isPresent(), candidates),
                candidates.stream().map(this::candidacy).toList(),
                assignments.made(record).stream().map(this::move).toList(),
                pin == null ? null : pinned(pin),
                handings.of(record).map(this::handed).orElse(null));
    }

    private HandingView handed(Handing handing) {
        return new HandingView(
                named(handing.territory()),
                handing.member().map(this::person).orElse(null),
                handing.result(),
                handing.at());
    }

    private Named person(UUID member) {
        return new Named(
                member,
                records.seen("core.member", member)
                        .map(members -> members.getString("name", null))
                        .orElse(null));
    }

    private PinView pinned(Pin pin) {
        return new PinView(
                pin.territory().map(this::named).orElse(null),
                pin.reason(),
                pin.until().orElse(null),
                pin.by().orElse(null),
                pin.at());
    }

    static Ground ground(boolean settled, List<Candidate> candidates) {
        if (settled) {
            return Ground.SETTLED;
        }
        return switch (candidates.size()) {
            case 0 -> Ground.NO_MATCH;
            case 1 -> Ground.ONLY_MATCH;
            default -> candidates.get(0).groundBefore(candidates.get(1));
        };
    }

    private Candidacy candidacy(Candidate candidate) {
        return new Candidacy(named(candidate.id()), candidate.priority().orElse(null), candidate.depth());
    }

    private MoveView move(Assignments.Made made) {
        return new MoveView(
                made.from().map(this::named).orElse(null),
                made.to().map(this::named).orElse(null),
                made.at(),
                made.cause(),
                made.rule().map(this::rule).orElse(null),
                made.reason().orElse(null),
                made.by().map(this::person).orElse(null));
    }

    private RuleView rule(Assignments.ByRule rule) {
        return new RuleView(
                rule.criteria(), rule.edition(), rule.by().map(this::person).orElse(null), rule.at());
    }

    /** The territory as the caller may see it. */
    Named named(UUID territory) {
        return new Named(
                territory,
                records.seen(Territory.NAME, territory)
                        .map(members -> members.getString("name", null))
                        .orElse(null));
    }
}
