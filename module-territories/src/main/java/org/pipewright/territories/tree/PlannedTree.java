package org.pipewright.territories.tree;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Territories as they stand together, or are planned to. */
public record PlannedTree(List<PlannedTerritory> territories) {

    /** Territories by id, in their order. */
    public Map<UUID, PlannedTerritory> byId() {
        Map<UUID, PlannedTerritory> all = new LinkedHashMap<>();
        territories.forEach(territory -> all.put(territory.id(), territory));
        return all;
    }

    /** The one of that id. */
    public Optional<PlannedTerritory> withId(UUID id) {
        return territories.stream()
                .filter(territory -> territory.id().equals(id))
                .findFirst();
    }

    /** The same by other ids, where there are such. */
    public PlannedTree known(Map<UUID, UUID> ids) {
        return new PlannedTree(territories.stream()
                .map(territory -> territory.known(
                        ids.getOrDefault(territory.id(), territory.id()),
                        ids.getOrDefault(territory.parent(), territory.parent())))
                .toList());
    }

    /** The same without some. */
    public PlannedTree without(Set<UUID> ids) {
        return new PlannedTree(territories.stream()
                .filter(territory -> !ids.contains(territory.id()))
                .toList());
    }

    /** The same where what lies above comes before what lies below. */
    public PlannedTree topDown() {
        Map<UUID, Integer> depths = depths();
        return new PlannedTree(territories.stream()
                .sorted(Comparator.comparing(territory -> depths.get(territory.id())))
                .toList());
    }

    /** Of how many territories each is part. */
    public Map<UUID, Integer> depths() {
        Map<UUID, PlannedTerritory> all = byId();
        Map<UUID, Integer> depths = new LinkedHashMap<>();
        territories.forEach(
                territory -> depths.put(territory.id(), above(territory, all).size()));
        return depths;
    }

    /** Whether a territory is part of itself. */
    public boolean isBelowItself(PlannedTerritory territory) {
        return above(territory, byId()).contains(territory.id());
    }

    private static Set<UUID> above(PlannedTerritory territory, Map<UUID, PlannedTerritory> all) {
        Set<UUID> above = new HashSet<>();
        PlannedTerritory next = all.get(territory.parent());
        while (next != null && above.add(next.id())) {
            next = all.get(next.parent());
        }
        return above;
    }
}
