package org.pipewright.territories.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.pipewright.platform.spi.records.Assignables.Matched;
import org.pipewright.territories.assignment.Moves.Move;
import org.pipewright.territories.assignment.Rulebook.Edition;
import org.pipewright.territories.assignment.Rulebook.Node;
import org.pipewright.territories.assignment.Rulebook.Rule;

/** Whatever the tree and the rules: each record ends where an independent reading of the rules wants it, once for all. */
class MovesTest {

    /** Territories, rules and records that chance has made. */
    private static final class World {

        private final Random chance;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<Matched> records = new ArrayList<>();
        private final Map<UUID, UUID> current = new HashMap<>();
        private final Map<UUID, Pin> pins = new HashMap<>();

        World(long seed, int territories) {
            chance = new Random(seed);
            for (int i = 0; i < territories; i++) {
                nodes.add(node());
            }
            nodes.forEach(node -> {
                for (int i = chance.nextInt(3); i > 0; i--) {
                    rules.add(new Rule(node.id(), "rule", Optional.of(new Edition(id(), chance.nextInt(9)))));
                }
            });
            for (int i = 0; i < 20; i++) {
                record();
            }
        }

        private UUID id() {
            return new UUID(chance.nextLong(), chance.nextLong());
        }

        private Node node() {
            Optional<Node> parent =
                    nodes.isEmpty() || chance.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(nodes));
            UUID id = id();
            Candidate candidate = new Candidate(
                    id,
                    "T",
                    chance.nextInt(4) == 0 ? Optional.empty() : Optional.of(chance.nextInt(3)),
                    parent.map(above -> above.candidate().depth() + 1).orElse(0),
                    Instant.ofEpochSecond(chance.nextInt(3)));
            return new Node(id, parent.map(Node::id), chance.nextBoolean(), chance.nextInt(4) > 0, candidate);
        }

        private <T> T any(List<T> several) {
            return several.get(chance.nextInt(several.size()));
        }

        private void record() {
            Set<Integer> matched = new HashSet<>();
            for (int place = 0; place < rules.size(); place++) {
                if (chance.nextInt(3) > 0) {
                    matched.add(place);
                }
            }
            Matched record = new Matched(id(), chance.nextInt(4) > 0, matched);
            records.add(record);
            if (chance.nextBoolean()) {
                current.put(record.id(), any(nodes).id());
            }
            if (chance.nextInt(5) == 0) {
                Optional<UUID> held = chance.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(any(nodes).id());
                pins.put(
                        record.id(),
                        new Pin(record.id(), held, "Why", Optional.empty(), Optional.empty(), Instant.EPOCH));
            }
        }

        Moves.Standing standing() {
            return new Moves.Standing(current, pins, Map.of());
        }

        Node withId(UUID id) {
            return nodes.stream()
                    .filter(node -> node.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        boolean hasRules(Node node) {
            return rules.stream().anyMatch(rule -> rule.territory().equals(node.id()));
        }

        boolean says(Node node, Matched record) {
            return record.criteria().stream()
                    .anyMatch(place -> rules.get(place).territory().equals(node.id()));
        }

        /** What the rules mean, read one record and one territory at a time. */
        boolean wants(Node node, Matched record) {
            return node.inForce() && says(node, record) && within(node, record);
        }

        private boolean within(Node node, Matched record) {
            if (!node.inherits() || node.parent().isEmpty()) {
                return true;
            }
            Node above = withId(node.parent().get());
            return (!hasRules(above) || says(above, record)) && within(above, record);
        }

        /** Whether no other one that wants the record comes before this one. */
        boolean beatsAll(Node node, Matched record) {
            return nodes.stream()
                    .filter(other -> !other.id().equals(node.id()) && wants(other, record))
                    .noneMatch(other -> isBefore(other.candidate(), node.candidate()));
        }

        private static boolean isBefore(Candidate one, Candidate other) {
            int first = one.priority().orElse(1_000_000);
            int second = other.priority().orElse(1_000_000);
            if (first != second) {
                return first < second;
            } else if (one.depth() != other.depth()) {
                return one.depth() > other.depth();
            } else if (!one.born().equals(other.born())) {
                return one.born().isBefore(other.born());
            }
            return one.id().compareTo(other.id()) < 0;
        }

        Optional<Edition> firstRule(Move move) {
            Matched moved = records.stream()
                    .filter(record -> record.id().equals(move.record()))
                    .findFirst()
                    .orElseThrow();
            for (int place = 0; place < rules.size(); place++) {
                if (moved.criteria().contains(place)
                        && move.to().equals(Optional.of(rules.get(place).territory()))) {
                    return rules.get(place).edition();
                }
            }
            return Optional.empty();
        }

        Optional<UUID> expected(Matched record) {
            UUID now = current.get(record.id());
            Pin pin = pins.get(record.id());
            if (pin != null
                    && (pin.territory().isEmpty()
                            || withId(pin.territory().get()).inForce())) {
                return pin.territory();
            }
            if (!record.open() && now != null) {
                return Optional.of(now);
            }
            return nodes.stream()
                    .filter(node -> wants(node, record) && beatsAll(node, record))
                    .map(Node::id)
                    .findFirst();
        }
    }

    @Property
    void putsEachRecordWhereTheRulesWantIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int territories) {
        World world = new World(seed, territories);

        Map<UUID, UUID> after = after(world, Moves.of(book(world), world.records, world.standing()));

        assertThat(world.records)
                .allSatisfy(record ->
                        assertThat(Optional.ofNullable(after.get(record.id()))).isEqualTo(world.expected(record)));
    }

    @Property
    void hasNothingToDoTheSecondTime(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int territories) {
        World world = new World(seed, territories);
        Map<UUID, UUID> after = after(world, Moves.of(book(world), world.records, world.standing()));

        assertThat(Moves.of(book(world), world.records, new Moves.Standing(after, world.pins, Map.of())))
                .isEmpty();
    }

    @Property
    void tellsOfEachMoveWhoOrWhichRuleWantedIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int territories) {
        World world = new World(seed, territories);

        List<Move> moves = Moves.of(book(world), world.records, world.standing());

        assertThat(moves).allSatisfy(move -> {
            Optional<Pin> pin = Optional.ofNullable(world.pins.get(move.record()))
                    .filter(held -> held.territory()
                            .map(id -> world.withId(id).inForce())
                            .orElse(true));
            assertThat(move.reason().pin()).isEqualTo(pin);
            assertThat(move.reason().rule()).isEqualTo(pin.isPresent() ? Optional.empty() : world.firstRule(move));
        });
    }

    private static Rulebook book(World world) {
        return new Rulebook(world.nodes, world.rules);
    }

    private static Map<UUID, UUID> after(World world, List<Move> moves) {
        Map<UUID, UUID> after = new HashMap<>(world.current);
        moves.forEach(move -> {
            assertThat(move.from()).isEqualTo(Optional.ofNullable(world.current.get(move.record())));
            move.to().ifPresentOrElse(to -> after.put(move.record(), to), () -> after.remove(move.record()));
        });
        return after;
    }

    /** What records are worth, every third one nothing that is known. */
    private static Map<UUID, BigDecimal> worth(World world) {
        Map<UUID, BigDecimal> worth = new HashMap<>();
        for (int i = 0; i < world.records.size(); i++) {
            if (i % 3 > 0) {
                worth.put(world.records.get(i).id(), BigDecimal.valueOf(1 << i));
            }
        }
        return worth;
    }

    private static List<Move> along(Survey.Way way, List<Move> moves) {
        return moves.stream()
                .filter(move -> move.from().equals(way.from()) && move.to().equals(way.to()))
                .toList();
    }

    private static Survey.Load load(List<Move> moves, Map<UUID, BigDecimal> worth) {
        long value = 0;
        for (Move move : moves) {
            value += worth.containsKey(move.record()) ? worth.get(move.record()).longValue() : 0;
        }
        return new Survey.Load(moves.size(), BigDecimal.valueOf(value));
    }

    @Property
    void countsExactlyTheMovesThatFollowAndAddsUpWhatTheyAreWorth(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int territories) {
        World world = new World(seed, territories);
        Map<UUID, BigDecimal> worth = worth(world);
        Survey survey = new Survey(
                book(world),
                moving -> moving.stream().filter(worth::containsKey).collect(Collectors.toMap(id -> id, worth::get)));

        survey.add(world.records.subList(0, 7), world.standing());
        survey.add(world.records.subList(7, 20), world.standing());

        List<Move> moves = Moves.of(book(world), world.records, world.standing());
        Map<UUID, UUID> after = after(world, moves);
        assertThat(survey.ways())
                .allSatisfy(way -> assertThat(way.getValue()).isEqualTo(load(along(way.getKey(), moves), worth)));
        assertThat(survey.moving()).isEqualTo(load(moves, worth));
        assertThat(survey.holes()).isEqualTo(20 - after.size());
        assertThat(survey.overlaps())
                .isEqualTo(world.records.stream()
                        .filter(record -> world.nodes.stream()
                                        .filter(node -> world.wants(node, record))
                                        .count()
                                > 1)
                        .count());
    }
}
