package org.pipewright.territories.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;

/** Territories come to stand as planned by writes of which each could stand alone. */
class RedrawingTest {

    private final List<Territory> live = new ArrayList<>();
    private final Redrawing redrawing = new Redrawing();

    @BeforeEach
    void connect() {
        redrawing.territories = new Territories() {
            @Override
            public List<Territory> all() {
                return live;
            }
        };
        redrawing.records = new Written();
        redrawing.parts = new NoParts();
    }

    private Territory territory(String name, UUID parent) {
        Territory territory = new Territory(name, parent);
        territory.born(UUID.randomUUID(), Instant.EPOCH, null);
        territory.activate();
        live.add(territory);
        return territory;
    }

    private static PlannedTerritory planned(UUID id, String name, UUID parent) {
        return new PlannedTerritory(id, name, parent, null, null, true, false, null, null, List.of(), List.of());
    }

    private PlannedTree now() {
        return new PlannedTree(live.stream()
                .map(territory -> territory.drawn(List.of(), List.of()))
                .toList());
    }

    @Test
    void letsTwoChangeTheirNamesAndWhatLayBelowLieAbove() {
        UUID above = territory("France", null).id();
        UUID below = territory("Spain", above).id();
        PlannedTree draft = new PlannedTree(List.of(planned(above, "Spain", below), planned(below, "France", null)));

        redrawing.redraw(TreeChange.between(now(), draft), "Plan");

        assertThat(now().byId()).isEqualTo(draft.byId());
    }

    @Test
    void makesNewOnesWithWhatLiesBelowThem() {
        UUID there = territory("Paris", null).id();
        UUID planned = UUID.randomUUID();
        PlannedTree draft =
                new PlannedTree(List.of(planned(there, "Paris", planned), planned(planned, "France", null)));

        UUID made = redrawing.redraw(TreeChange.between(now(), draft), "Plan").get(planned);

        assertThat(now().withId(made)).contains(planned(made, "France", null));
        assertThat(now().withId(there)).contains(planned(there, "Paris", made));
    }

    @Test
    void givesTheNameOfOneThatIsLeftOutToANewOneAndBack() {
        UUID old = territory("France", null).id();
        PlannedTree before = now();
        PlannedTree draft = new PlannedTree(List.of(planned(UUID.randomUUID(), "France", null)));

        UUID made = redrawing
                .redraw(TreeChange.between(before, draft), "Plan")
                .values()
                .iterator()
                .next();

        assertThat(live)
                .extracting(Territory::name, Territory::isActive)
                .containsExactly(tuple("France (Plan)", false), tuple("France", true));
        PlannedTree known = new PlannedTree(List.of(planned(made, "France", null)));
        redrawing.redraw(TreeChange.between(before, known).undone(before), "Plan");
        assertThat(now().withId(old)).isEqualTo(before.withId(old));
        assertThat(now().withId(made)).map(PlannedTerritory::active).contains(false);
    }

    /** Writes as the database and the rules of territories take them: no name twice, nothing below itself. */
    private final class Written implements Records {

        @Override
        public <R extends CrmRecord> R create(R record) {
            record.born(UUID.randomUUID(), Instant.EPOCH, null);
            live.add((Territory) record);
            requireSound();
            return record;
        }

        @Override
        public <R extends CrmRecord> void change(R record, Consumer<R> change) {
            change.accept(record);
            requireSound();
        }

        private void requireSound() {
            Set<String> names = new HashSet<>();
            assertThat(live).allMatch(territory -> names.add(territory.name()));
            PlannedTree tree = now();
            assertThat(tree.territories()).noneMatch(tree::isBelowItself);
        }

        @Override
        public <R extends CrmRecord> Optional<R> withId(Class<R> type, UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UUID create(String recordType, JsonObject members) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String recordType, UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<JsonObject> seen(String recordType, UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<UUID> having(String recordType, String field, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<UUID> like(String recordType, JsonObject members) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UUID> reachedBy(String recordType, String field, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<UUID> referenceOf(String recordType, UUID id, String field) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoParts implements Parts {

        @Override
        public <P extends PartRecord> List<P> of(Class<P> type, UUID host) {
            return List.of();
        }

        @Override
        public void add(List<? extends PartRecord> parts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <P extends PartRecord> void change(List<P> parts, Consumer<P> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copy(Class<? extends CrmRecord> host, UUID from, UUID to, Predicate<String> wanted) {
            throw new UnsupportedOperationException();
        }
    }
}
