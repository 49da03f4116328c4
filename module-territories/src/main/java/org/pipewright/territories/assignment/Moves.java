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
    record Move(UUID record, Optional<UUID> from, Optional<UUID> to) {}

    /** Moves of records by a rulebook, given in which territories they are and which of them are held somewhere. */
    static List<Move> of(Rulebook book, List<Matched> records, Map<UUID, UUID> current, Map<UUID, Pin> pins) {
        return records.stream()
                .map(record -> new Move(
                        record.id(),
                        Optional.ofNullable(current.get(record.id())),
                        target(book, record, current.get(record.id()), pins.get(record.id()))))
                .filter(move -> !move.from().equals(move.to()))
                .toList();
    }

    /** What is held stays there; what needs nobody any more stays where it was, if it was anywhere (S-TERR-06, -16). */
    static Optional<UUID> target(Rulebook book, Matched record, UUID current, Pin pin) {
        if (holds(book, pin)) {
            return pin.territory();
        }
        return stays(record, current) ? Optional.of(current) : book.winner(record.criteria());
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
