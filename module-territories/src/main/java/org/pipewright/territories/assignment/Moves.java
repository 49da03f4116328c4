package org.pipewright.territories.assignment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Assignables.Matched;

/** What has to change so that records are where the rules want them: the one place where that is decided. */
final class Moves {

    private Moves() {}

    /** A record that leaves a territory for another one, for none, or comes into its first. */
    record Move(UUID record, Optional<UUID> from, Optional<UUID> to, Reason reason) {}

    /** Who holds the record where it goes, or which rule wants it there; neither if no rule does, or it goes back. */
    record Reason(Optional<Pin> pin, Optional<Rulebook.Edition> rule) {}

    /**
     * How records stand.
     *
     * @param current territories by record, of those that are in one
     * @param pins what holds records somewhere
     * @param back where records return that are decided; empty is no territory
     */
    record Standing(Map<UUID, UUID> current, Map<UUID, Pin> pins, Map<UUID, Optional<UUID>> back) {}

    /** Moves of records by a rulebook. */
    static List<Move> of(Rulebook book, List<Matched> records, Standing standing) {
        return records.stream()
                .flatMap(record -> of(book, record, standing).stream())
                .toList();
    }

    private static Optional<Move> of(Rulebook book, Matched record, Standing standing) {
        Optional<UUID> from = Optional.ofNullable(standing.current().get(record.id()));
        Optional<UUID> to = target(book, record, standing);
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(new Move(record.id(), from, to, reason(book, record, standing)));
    }

    /** What is held stays there; what is decided stays where it was, if it was anywhere (S-TERR-06, -16). */
    static Optional<UUID> target(Rulebook book, Matched record, Standing standing) {
        UUID current = standing.current().get(record.id());
        Pin pin = standing.pins().get(record.id());
        if (holds(book, pin)) {
            return pin.territory();
        } else if (goesBack(record, standing)) {
            return standing.back().get(record.id());
        }
        return stays(record, current) ? Optional.of(current) : book.winner(record.criteria());
    }

    private static Reason reason(Rulebook book, Matched record, Standing standing) {
        Pin pin = standing.pins().get(record.id());
        if (holds(book, pin)) {
            return new Reason(Optional.of(pin), Optional.empty());
        }
        return new Reason(
                Optional.empty(),
                goesBack(record, standing)
                        ? Optional.empty()
                        : book.winner(record.criteria()).flatMap(winner -> book.rule(winner, record.criteria())));
    }

    private static boolean goesBack(Matched record, Standing standing) {
        return !record.open() && standing.back().containsKey(record.id());
    }

    /** Whether the record is held, in a territory that counts or out of all. */
    static boolean holds(Rulebook book, Pin pin) {
        return pin != null && pin.territory().map(book::isInForce).orElse(true);
    }

    /** Whether rules have nothing to say of the record. */
    static boolean stays(Matched record, UUID current) {
        return !record.open() && Objects.nonNull(current);
    }
}
