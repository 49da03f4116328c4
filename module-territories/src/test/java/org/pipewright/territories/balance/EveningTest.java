package org.pipewright.territories.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pipewright.territories.balance.Evening.Move;
import org.pipewright.territories.balance.Evening.Piece;

/** Work is evened out within limits, and never made less even (S-TERR-11). */
class EveningTest {

    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final UUID CYD = new UUID(0, 3);

    private static Piece piece(int record, UUID owner, int load) {
        return new Piece(new UUID(1, record), owner, BigDecimal.valueOf(load), true);
    }

    @Test
    void whoHasMostGivesToWhoHasLeast() {
        Evening evening = new Evening(
                List.of(ANN, BOB), List.of(piece(1, ANN, 10), piece(2, ANN, 40), piece(3, ANN, 50), piece(4, BOB, 20)));
        assertThat(evening.spread()).hasValue(new BigDecimal("1.67"));

        List<Move> moves = evening.moves(9, 0);

        assertThat(moves).containsExactly(new Move(new UUID(1, 2), ANN, BOB));
        assertThat(evening.spread()).hasValue(new BigDecimal("1.00"));
    }

    @Test
    void nothingIsMovedWithinTheToleranceNorWhatIsHeldNorForNobody() {
        List<Piece> pieces = List.of(piece(1, ANN, 11), piece(2, BOB, 9), piece(3, CYD, 5));

        assertThat(new Evening(List.of(ANN, BOB), pieces).moves(9, 10)).isEmpty();
        assertThat(new Evening(List.of(ANN), pieces).moves(9, 0)).isEmpty();
        assertThat(new Evening(List.of(), pieces).spread()).isEmpty();
        assertThat(new Evening(List.of(ANN, BOB), List.of()).moves(9, 0)).isEmpty();
        Piece held = new Piece(new UUID(1, 9), ANN, BigDecimal.TEN, false);
        assertThat(new Evening(List.of(ANN, BOB), List.of(held)).moves(9, 0)).isEmpty();
    }

    @Property(tries = 500)
    void limitsHoldAndNobodyGetsMoreThanTheOneHadWhoHadMost(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int people, @ForAll @IntRange(max = 8) int most) {
        Random chance = new Random(seed);
        List<UUID> members =
                IntStream.range(0, people).mapToObj(i -> new UUID(0, i)).toList();
        List<Piece> pieces = IntStream.range(0, chance.nextInt(40))
                .mapToObj(i -> new Piece(
                        new UUID(1, i),
                        members.get(chance.nextInt(people)),
                        BigDecimal.valueOf(chance.nextInt(20)),
                        chance.nextInt(4) > 0))
                .toList();

        List<Move> moves = new Evening(members, pieces).moves(most, 10);

        assertThat(moves).hasSizeLessThanOrEqualTo(most);
        Map<UUID, Piece> byId = pieces.stream().collect(Collectors.toMap(Piece::record, piece -> piece));
        assertThat(moves).extracting(Move::record).doesNotHaveDuplicates();
        assertThat(moves).allSatisfy(move -> {
            assertThat(byId.get(move.record()).movable()).isTrue();
            assertThat(byId.get(move.record()).owner()).isEqualTo(move.from()).isNotEqualTo(move.to());
        });
        List<BigDecimal> before = loads(members, pieces, List.of());
        List<BigDecimal> after = loads(members, pieces, moves);
        assertThat(sum(after)).isEqualByComparingTo(sum(before));
        assertThat(max(after)).isLessThanOrEqualTo(max(before));
        assertThat(squares(after)).isLessThanOrEqualTo(squares(before));
        if (!moves.isEmpty()) {
            assertThat(squares(after)).isLessThan(squares(before));
        }
    }

    private static List<BigDecimal> loads(List<UUID> members, List<Piece> pieces, List<Move> moves) {
        Map<UUID, UUID> owners = new HashMap<>();
        pieces.forEach(piece -> owners.put(piece.record(), piece.owner()));
        moves.forEach(move -> owners.put(move.record(), move.to()));
        return new ArrayList<>(members.stream()
                .map(member -> sum(pieces.stream()
                        .filter(piece -> owners.get(piece.record()).equals(member))
                        .map(Piece::load)
                        .toList()))
                .toList());
    }

    private static BigDecimal sum(Collection<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal max(Collection<BigDecimal> all) {
        return all.stream().max(BigDecimal::compareTo).orElseThrow();
    }

    private static BigDecimal squares(Collection<BigDecimal> all) {
        return sum(all.stream().map(one -> one.multiply(one)).toList());
    }
}
