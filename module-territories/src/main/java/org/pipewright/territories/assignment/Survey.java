package org.pipewright.territories.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Assignables.Matched;

/** Counts what a rulebook makes of the records of a type; decided by the same code that moves them. */
final class Survey {

    private static final int MOST_OVERLAPS = 50;

    private final Rulebook book;
    private final Map<Way, Long> ways = new LinkedHashMap<>();
    private final List<Overlap> overlapping = new ArrayList<>();
    private long records;
    private long holes;
    private long overlaps;
    private long pinned;

    /** From where to where. */
    record Way(Optional<UUID> from, Optional<UUID> to) {}

    /** A record that could be in several territories, the winning one first. */
    record Overlap(UUID record, List<UUID> territories) {}

    Survey(Rulebook book) {
        this.book = book;
    }

    void add(List<Matched> some, Moves.Standing standing) {
        some.forEach(record -> count(record, standing));
        Moves.of(book, some, standing).forEach(move -> ways.merge(new Way(move.from(), move.to()), 1L, Long::sum));
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
    List<Map.Entry<Way, Long>> ways() {
        return ways.entrySet().stream()
                .sorted(Map.Entry.<Way, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
    }
}
