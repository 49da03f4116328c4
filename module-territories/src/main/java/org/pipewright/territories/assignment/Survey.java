package org.pipewright.territories.assignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.spi.records.Assignables.Matched;

/** Counts what a rulebook makes of the records of a type, and adds up what moves; decided by the same code that moves them. */
final class Survey {

    private static final int MOST_OVERLAPS = 50;

    private final Rulebook book;
    private final Function<List<UUID>, Map<UUID, BigDecimal>> values;
    private final Map<Way, Load> ways = new LinkedHashMap<>();
    private final List<Overlap> overlapping = new ArrayList<>();
    private long records;
    private long holes;
    private long overlaps;
    private long pinned;

    /** From where to where. */
    record Way(Optional<UUID> from, Optional<UUID> to) {}

    /** So many records, and what they are worth. */
    record Load(long records, BigDecimal value) {

        static final Load NONE = new Load(0, BigDecimal.ZERO);

        Load plus(Load other) {
            return new Load(records + other.records, value.add(other.value));
        }
    }

    /** A record that could be in several territories, the winning one first. */
    record Overlap(UUID record, List<UUID> territories) {}

    /** By that rulebook, where records are worth what they are told to be; one of which nothing is told adds nothing. */
    Survey(Rulebook book, Function<List<UUID>, Map<UUID, BigDecimal>> values) {
        this.book = book;
        this.values = values;
    }

    void add(List<Matched> some, Moves.Standing standing) {
        some.forEach(record -> count(record, standing));
        List<Moves.Move> moves = Moves.of(book, some, standing);
        Map<UUID, BigDecimal> worth =
                values.apply(moves.stream().map(Moves.Move::record).toList());
        moves.forEach(move -> ways.merge(
                new Way(move.from(), move.to()),
                new Load(1, worth.getOrDefault(move.record(), BigDecimal.ZERO)),
                Load::plus));
    }

    private void count(Matched record, Moves.Standing standing) {
        records++;
        holes += Moves.target(book, record, standing).isEmpty() ? 1 : 0;
        pinned += Moves.holds(book, standing.pins().get(record.id())) ? 1 : 0;
        List<UUID> candidates =
                book.candidates(record.criteria()).stream().map(Candidate::id).toList();
        if (candidates.size() > 1) {
            overlaps++;
            if (overlapping.size() < MOST_OVERLAPS) {
                overlapping.add(new Overlap(record.id(), candidates));
            }
        }
    }

    long records() {
        return records;
    }

    long holes() {
        return holes;
    }

    long overlaps() {
        return overlaps;
    }

    long pinned() {
        return pinned;
    }

    List<Overlap> overlapping() {
        return overlapping;
    }

    /** Moves by where from and where to, the most first. */
    List<Map.Entry<Way, Load>> ways() {
        return ways.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Load::records).reversed()))
                .toList();
    }

    /** All that moves. */
    Load moving() {
        return ways.values().stream().reduce(Load.NONE, Load::plus);
    }
}
