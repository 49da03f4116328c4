package org.pipewright.territories.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.pipewright.platform.spi.records.Assignables.Matched;
import org.pipewright.territories.assignment.Moves.Move;
import org.pipewright.territories.assignment.Rulebook.Node;
import org.pipewright.territories.assignment.Rulebook.Rule;

/** Whatever happens while other rules are in force: once the former ones are back, records are where they were (S-TERR-08). */
class RollBackTest {

    private static final int TERRITORIES = 5;

    /** Records of a tenant, where they are, and the moves since a plan was activated. */
    private static final class World {

        private final Random chance;
        private final List<UUID> territories = new ArrayList<>();
        private final Map<UUID, Matched> records = new LinkedHashMap<>();
        private final Map<UUID, Pin> pins = new HashMap<>();
        private final Map<UUID, UUID> current = new HashMap<>();
        private final Map<UUID, Optional<UUID>> settledBefore = new HashMap<>();
        private final Set<UUID> moved = new HashSet<>();

        World(long seed) {
            chance = new Random(seed);
            for (int i = 0; i < TERRITORIES; i++) {
                territories.add(id());
            }
            for (int i = 0; i < 20; i++) {
                put(id(), chance.nextInt(3) > 0);
            }
        }

        private UUID id() {
            return new UUID(chance.nextLong(), chance.nextLong());
        }

        private void put(UUID id, boolean open) {
            Set<Integer> matched = new HashSet<>();
            for (int rule = 0; rule < TERRITORIES; rule++) {
                if (chance.nextInt(3) == 0) {
                    matched.add(rule);
                }
            }
            records.put(id, new Matched(id, open, matched));
        }

        /** A rulebook in which some territories count, in an order of its own. */
        Rulebook book() {
            List<Node> nodes = territories.stream()
                    .map(id -> new Node(
                            id,
                            Optional.empty(),
                            false,
                            chance.nextInt(3) > 0,
                            new Candidate(id, "T", Optional.of(chance.nextInt(9)), 0, Instant.EPOCH)))
                    .toList();
            return new Rulebook(
                    nodes, territories.stream().map(id -> new Rule(id, "rule")).toList());
        }

        void look(Rulebook book, boolean back) {
            List<Matched> all = List.copyOf(records.values());
            Moves.Standing standing = new Moves.Standing(current, pins, back ? settledBefore : Map.of());
            List<Move> moves = Moves.of(book, all, standing);
            moves.forEach(move -> {
                if (moved.add(move.record()) && !records.get(move.record()).open()) {
                    settledBefore.put(move.record(), move.from());
                }
                move.to().ifPresentOrElse(to -> current.put(move.record(), to), () -> current.remove(move.record()));
            });
        }

        /** From now on moves are those of a plan. */
        void activated() {
            moved.clear();
            settledBefore.clear();
        }

        void pinSome() {
            records.keySet().stream()
                    .filter(id -> chance.nextInt(6) == 0)
                    .forEach(id -> pins.put(
                            id,
                            new Pin(
                                    id,
                                    Optional.of(territories.get(chance.nextInt(TERRITORIES))),
                                    "Why",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Instant.EPOCH)));
        }

        /** Some are changed, some closed, some go and some come; tells which were left alone. */
        Set<UUID> live() {
            Set<UUID> alone = new HashSet<>(records.keySet());
            List.copyOf(records.values()).forEach(record -> {
                switch (chance.nextInt(6)) {
                    case 0 -> put(record.id(), record.open());
                    case 1 -> records.put(record.id(), new Matched(record.id(), false, record.criteria()));
                    case 2 -> records.remove(record.id());
                    default -> {
                        return;
                    }
                }
                alone.remove(record.id());
            });
            for (int i = 0; i < 5; i++) {
                put(id(), chance.nextBoolean());
            }
            return alone;
        }
    }

    @Property
    void leavesRecordsWhereTheyWere(@ForAll long seed) {
        World world = new World(seed);
        world.pinSome();
        Rulebook before = world.book();
        world.look(before, false);
        Map<UUID, UUID> were = new HashMap<>(world.current);
        Rulebook planned = world.book();
        world.activated();

        world.look(planned, false);
        Set<UUID> alone = world.live();
        world.look(planned, false);
        world.look(before, true);
        world.look(before, false);

        assertThat(alone)
                .allSatisfy(record -> assertThat(world.current.get(record)).isEqualTo(were.get(record)));
    }

    @Property
    void leavesClosedWhatWasClosedMeanwhile(@ForAll long seed) {
        World world = new World(seed);
        Rulebook before = world.book();
        world.look(before, false);
        Rulebook planned = world.book();
        world.activated();
        world.look(planned, false);
        Map<UUID, UUID> during = new HashMap<>(world.current);
        Set<UUID> closed = new HashSet<>();
        List.copyOf(world.records.values()).stream()
                .filter(record -> record.open() && during.containsKey(record.id()))
                .forEach(record -> {
                    world.records.put(record.id(), new Matched(record.id(), false, record.criteria()));
                    closed.add(record.id());
                });

        world.look(before, true);

        assertThat(closed)
                .allSatisfy(record -> assertThat(world.current.get(record)).isEqualTo(during.get(record)));
    }

    @Property
    void putsWhatWasOpenedAndChangedMeanwhileWhereTheFormerRulesWantIt(@ForAll long seed) {
        World world = new World(seed);
        Rulebook before = world.book();
        world.look(before, false);
        Rulebook planned = world.book();
        world.activated();
        world.look(planned, false);
        Set<UUID> opened = Set.copyOf(world.settledBefore.keySet());
        opened.forEach(record -> world.put(record, true));

        world.look(before, true);

        assertThat(opened)
                .allSatisfy(record -> assertThat(Optional.ofNullable(world.current.get(record)))
                        .isEqualTo(before.winner(world.records.get(record).criteria())));
    }
}
