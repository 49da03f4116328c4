package org.pipewright.territories.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody has changed in a tree of territories.
 *
 * @param drawn territories that are new or stand otherwise, what lies above before what lies below
 * @param dropped those that are to count no more
 */
public record TreeChange(List<PlannedTerritory> drawn, Set<UUID> dropped) {

    /** From one tree to another. */
    public static TreeChange between(PlannedTree before, PlannedTree after) {
        Map<UUID, PlannedTerritory> former = before.byId();
        Set<UUID> dropped = new LinkedHashSet<>(former.keySet());
        dropped.removeAll(after.byId().keySet());
        return new TreeChange(
                after.topDown().territories().stream()
                        .filter(territory -> !territory.equals(former.get(territory.id())))
                        .toList(),
                dropped);
    }

    /** Whether a territory is new or stands otherwise. */
    public boolean draws(UUID territory) {
        return drawn.stream().anyMatch(each -> each.id().equals(territory));
    }

    /** How many territories it concerns. */
    public int size() {
        return drawn.size() + dropped.size();
    }

    /** How other territories would stand with the change; what it does not concern stands as it does. */
    public PlannedTree appliedTo(PlannedTree live) {
        Map<UUID, PlannedTerritory> all = live.byId();
        dropped.forEach(id -> all.computeIfPresent(id, (same, territory) -> territory.inactive()));
        drawn.forEach(territory -> all.put(territory.id(), territory));
        return new PlannedTree(new ArrayList<>(all.values()));
    }

    /**
     * What leads back to where territories stood before.
     *
     * @param before how they stood
     */
    public TreeChange undone(PlannedTree before) {
        Map<UUID, PlannedTerritory> former = before.byId();
        Set<UUID> gone = new LinkedHashSet<>();
        drawn.stream()
                .map(PlannedTerritory::id)
                .filter(id -> !former.containsKey(id))
                .forEach(gone::add);
        return new TreeChange(
                before.topDown().territories().stream()
                        .filter(territory -> draws(territory.id()) || dropped.contains(territory.id()))
                        .toList(),
                gone);
    }
}
