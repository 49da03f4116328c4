package org.pipewright.territories.balance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Evens out what people have to do, record by record: from whoever has most to whoever has least, as long as that brings
 * the two closer together (S-TERR-11). So nobody ever gets more than the one had who had most.
 */
final class Evening {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<UUID, BigDecimal> loads = new LinkedHashMap<>();
    private final List<Piece> pieces;
    private final Set<UUID> moved = new HashSet<>();
    private final List<Move> moves = new ArrayList<>();

    /**
     * A record somebody has.
     *
     * @param load what it counts
     * @param movable whether somebody else may get it
     */
    record Piece(UUID record, UUID owner, BigDecimal load, boolean movable) {}

    /** A record that goes from one to another. */
    record Move(UUID record, UUID from, UUID to) {}

    /** Among these people, who have these records and maybe others that do not count. */
    Evening(List<UUID> people, List<Piece> pieces) {
        people.forEach(person -> loads.put(person, BigDecimal.ZERO));
        this.pieces = pieces.stream()
                .filter(piece -> loads.containsKey(piece.owner()))
                .toList();
        this.pieces.forEach(piece -> add(piece.owner(), piece.load()));
    }

    private void add(UUID person, BigDecimal load) {
        loads.merge(person, load, BigDecimal::add);
    }

    /** What the one with most has, as a multiple of the average; empty if there is nothing to do. */
    Optional<BigDecimal> spread() {
        BigDecimal total = total();
        return total.signum() <= 0
                ? Optional.empty()
                : Optional.of(most().getValue()
                        .multiply(BigDecimal.valueOf(loads.size()))
                        .divide(total, 2, RoundingMode.HALF_UP));
    }

    private BigDecimal total() {
        return loads.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map.Entry<UUID, BigDecimal> most() {
        return loads.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }

    private Map.Entry<UUID, BigDecimal> least() {
        return loads.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    }

    /**
     * At most so many moves; none once nobody has more than so many percent above the average.
     *
     * @param tolerance in percent
     */
    List<Move> moves(int most, int tolerance) {
        boolean goesOn = true;
        while (goesOn && moves.size() < most && isUneven(tolerance)) {
            goesOn = evenOnce();
        }
        return List.copyOf(moves);
    }

    private boolean isUneven(int tolerance) {
        BigDecimal limit = total().multiply(BigDecimal.valueOf(100L + tolerance));
        return loads.size() > 1
                && most().getValue()
                                .multiply(BigDecimal.valueOf(loads.size()))
                                .multiply(HUNDRED)
                                .compareTo(limit)
                        > 0;
    }

    /** Moves the record that brings the two closest together. */
    private boolean evenOnce() {
        UUID from = most().getKey();
        UUID to = least().getKey();
        BigDecimal gap = loads.get(from).subtract(loads.get(to));
        Optional<Piece> best = pieces.stream()
                .filter(piece -> piece.movable() && piece.owner().equals(from) && !moved.contains(piece.record()))
                .filter(piece -> piece.load().signum() > 0 && piece.load().compareTo(gap) < 0)
                .min(Comparator.comparing(piece -> gapAfter(gap, piece)));
        best.ifPresent(piece -> move(piece, to));
        return best.isPresent();
    }

    private static BigDecimal gapAfter(BigDecimal gap, Piece piece) {
        return gap.subtract(piece.load()).subtract(piece.load()).abs();
    }

    private void move(Piece piece, UUID to) {
        add(piece.owner(), piece.load().negate());
        add(to, piece.load());
        moved.add(piece.record());
        moves.add(new Move(piece.record(), piece.owner(), to));
    }
}
