package org.pipewright.territories.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pipewright.territories.tree.PlannedMember;
import org.pipewright.territories.tree.PlannedRule;
import org.pipewright.territories.tree.PlannedTerritory;
import org.pipewright.territories.tree.PlannedTree;
import org.pipewright.territories.tree.TerritoryMember;

class TreeTextTest {

    @Test
    void keepsAllThatStandsInATree() {
        UUID above = UUID.randomUUID();
        PlannedTree tree = new PlannedTree(List.of(
                new PlannedTerritory(above, "Above", null, null, null, true, false, null, null, List.of(), List.of()),
                new PlannedTerritory(
                        UUID.randomUUID(),
                        "Below \"it\"",
                        above,
                        0,
                        "First line\nsecond line",
                        false,
                        true,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        List.of(new PlannedRule("core.account", "name=='Ä*'")),
                        List.of(
                                new PlannedMember(UUID.randomUUID(), "Lead", TerritoryMember.Access.EDIT, true),
                                new PlannedMember(UUID.randomUUID(), null, null, null)))));

        assertThat(TreeText.read(TreeText.of(tree))).isEqualTo(tree);
    }
}
