package org.pipewright.territories.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What was changed in a copy of a tree is changed in the tree, and nothing else; and can be taken back. */
class TreeChangeTest {

    private static PlannedTerritory territory(Random chance, UUID id) {
        return new PlannedTerritory(
                id,
                "T" + chance.nextInt(3),
                null,
                chance.nextInt(3),
                null,
                chance.nextBoolean(),
                chance.nextBoolean(),
                null,
                null,
                List.of(new PlannedRule("core.account", "industry==" + chance.nextInt(2))),
                List.of());
    }

    private static PlannedTree tree(Random chance, int size) {
        List<PlannedTerritory> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(territory(chance, new UUID(chance.nextLong(), chance.nextLong())));
        }
        return new PlannedTree(all);
    }

    /** The same with some territories left out, some otherwise, and some new. */
    private static PlannedTree changed(Random chance, PlannedTree tree) {
        List<PlannedTerritory> all = new ArrayList<>();
        tree.territories().forEach(territory -> {
            switch (chance.nextInt(3)) {
                case 0 -> all.add(territory);
                case 1 -> all.add(territory(chance, territory.id()));
                default -> {}
            }
        });
        all.addAll(tree(chance, chance.nextInt(3)).territories());
        return new PlannedTree(all);
    }

    @Property
    void leadsToWhatWasDrawn(@ForAll long seed) {
        Random chance = new Random(seed);
        PlannedTree base = tree(chance, 6);
        PlannedTree draft = changed(chance, base);

        PlannedTree after = TreeChange.between(base, draft).appliedTo(base);

        assertThat(draft.territories())
                .allSatisfy(
                        territory -> assertThat(after.withId(territory.id())).contains(territory));
        assertThat(after.territories())
                .filteredOn(territory -> draft.withId(territory.id()).isEmpty())
                .noneMatch(PlannedTerritory::active);
    }

    @Property
    void leavesAloneWhatWasNotDrawn(@ForAll long seed) {
        Random chance = new Random(seed);
        PlannedTree base = tree(chance, 6);
        TreeChange change = TreeChange.between(base, changed(chance, base));
        PlannedTree live = new PlannedTree(base.territories().stream()
                .map(territory -> territory(chance, territory.id()))
                .toList());

        PlannedTree after = change.appliedTo(live);

        assertThat(live.territories())
                .filteredOn(territory ->
                        !change.draws(territory.id()) && !change.dropped().contains(territory.id()))
                .allSatisfy(
                        territory -> assertThat(after.withId(territory.id())).contains(territory));
    }

    @Property
    void isTakenBackWhole(@ForAll long seed) {
        Random chance = new Random(seed);
        PlannedTree live = tree(chance, 6);
        TreeChange change = TreeChange.between(live, changed(chance, live));
        PlannedTree during = change.appliedTo(live);

        PlannedTree after = change.undone(live).appliedTo(during);

        assertThat(live.territories())
                .allSatisfy(
                        territory -> assertThat(after.withId(territory.id())).contains(territory));
        assertThat(after.territories())
                .filteredOn(territory -> live.withId(territory.id()).isEmpty())
                .noneMatch(PlannedTerritory::active);
    }

    @Property
    void tellsWhatLiesAboveFirst(@ForAll long seed) {
        Random chance = new Random(seed);
        List<PlannedTerritory> chain = new ArrayList<>();
        UUID above = null;
        for (PlannedTerritory territory : tree(chance, 5).territories()) {
            chain.add(0, territory.known(territory.id(), above));
            above = territory.id();
        }

        List<PlannedTerritory> ordered = new PlannedTree(chain).topDown().territories();

        assertThat(ordered.get(0).parent()).isNull();
        for (int i = 1; i < ordered.size(); i++) {
            assertThat(ordered.get(i).parent()).isEqualTo(ordered.get(i - 1).id());
        }
    }
}
