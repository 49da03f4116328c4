package org.pipewright.territories.assignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The territories with their rules for one record type: tells of a record that matches some of the rules in which
 * territories it could be, and in which it is.
 */
final class Rulebook {

    private final Map<UUID, Node> nodes = new LinkedHashMap<>();
    private final Map<UUID, Set<Integer>> rules = new HashMap<>();
    private final List<Rule> inOrder;

    /**
     * A territory.
     *
     * @param inherits whether only what could be in the one above can be in it
     * @param inForce whether records are put there
     */
    record Node(UUID id, Optional<UUID> parent, boolean inherits, boolean inForce, Candidate candidate) {}

    /**
     * One of the rules of a territory.
     *
     * @param edition of it; empty if it is only thought of
     */
    record Rule(UUID territory, String criteria, Optional<Edition> edition) {

        Rule(UUID territory, String criteria) {
            this(territory, criteria, Optional.empty());
        }
    }

    /** A rule as it is from one change to the next. */
    record Edition(UUID rule, int number) {}

    Rulebook(Collection<Node> all, List<Rule> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        all.forEach(node -> nodes.put(node.id(), node));
        for (int place = 0; place < inOrder.size(); place++) {
            rules.computeIfAbsent(inOrder.get(place).territory(), id -> new HashSet<>())
                    .add(place);
        }
    }

    /** The same where one territory counts, or does not. */
    Rulebook with(UUID territory, boolean inForce) {
        return new Rulebook(
                nodes.values().stream()
                        .map(node -> node.id().equals(territory)
                                ? new Node(node.id(), node.parent(), node.inherits(), inForce, node.candidate())
                                : node)
                        .toList(),
                inOrder);
    }

    /** What is to be asked of each record. */
    List<String> criteria() {
        return inOrder.stream().map(Rule::criteria).toList();
    }

    /** Whether records can be in the territory at all. */
    boolean isInForce(UUID territory) {
        return nodes.containsKey(territory) && nodes.get(territory).inForce();
    }

    /** Whether no record can be in any territory. */
    boolean isEmpty() {
        return nodes.values().stream().noneMatch(node -> node.inForce() && rules.containsKey(node.id()));
    }

    /** Territories in which a record could be that matches the rules at those places; the one that wins comes first. */
    List<Candidate> candidates(Set<Integer> matched) {
        return matched.stream()
                .map(place -> nodes.get(inOrder.get(place).territory()))
                .filter(node -> node != null && node.inForce() && isWithinAbove(node, matched))
                .map(Node::candidate)
                .distinct()
                .sorted(Candidate.FIRST)
                .toList();
    }

    /** The territory that wins. */
    Optional<UUID> winner(Set<Integer> matched) {
        return candidates(matched).stream().findFirst().map(Candidate::id);
    }

    /** The first rule for which a record is in the territory that matches the rules at those places. */
    Optional<Edition> rule(UUID territory, Set<Integer> matched) {
        return matched.stream()
                .sorted()
                .map(inOrder::get)
                .filter(rule -> rule.territory().equals(territory))
                .findFirst()
                .flatMap(Rule::edition);
    }

    /** A territory above that has no rules for the type narrows nothing. */
    private boolean isWithinAbove(Node node, Set<Integer> matched) {
        Set<UUID> seen = new HashSet<>();
        for (Node at = node; at != null && at.inherits() && seen.add(at.id()); ) {
            at = at.parent().map(nodes::get).orElse(null);
            if (at != null
                    && rules.containsKey(at.id())
                    && rules.get(at.id()).stream().noneMatch(matched::contains)) {
                return false;
            }
        }
        return true;
    }
}
