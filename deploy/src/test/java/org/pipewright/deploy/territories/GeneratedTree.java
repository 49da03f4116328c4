package org.pipewright.deploy.territories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Territories that chance has drawn over deals and their accounts, and an independent reading of their rules: one deal and
 * one territory at a time, by what the guide says and nothing else.
 */
record GeneratedTree(List<Node> nodes) {

    private static final int TERRITORIES = 8;
    private static final int HIGHEST_PRIORITY = 3;

    /** An account, and a deal made with it. */
    record Firm(String id, String industry, String country) {}

    record Deal(String id, Firm firm, int amount) {}

    /** What a rule asks, and what that means. */
    record Rule(String criteria, Predicate<Deal> meaning) {

        Rule and(Rule other) {
            return new Rule(criteria + ";" + other.criteria, meaning.and(other.meaning));
        }
    }

    /** A territory; what comes later in the list of all is younger. */
    record Node(
            String id,
            String name,
            Optional<String> parent,
            Optional<Integer> priority,
            boolean inherits,
            boolean active,
            List<Rule> rules) {

        boolean says(Deal deal) {
            return rules.stream().anyMatch(rule -> rule.meaning().test(deal));
        }
    }

    /** So many territories, below each other as chance wants it; what lies above is made before what lies below. */
    static GeneratedTree by(Random chance) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < TERRITORIES; i++) {
            nodes.add(node(chance, UUID.randomUUID().toString(), Market.unique(), nodes));
        }
        GeneratedTree tree = new GeneratedTree(nodes);
        return new GeneratedTree(
                nodes.stream().sorted(Comparator.comparing(tree::depth)).toList());
    }

    private static Node node(Random chance, String id, String name, List<Node> above) {
        return new Node(
                id,
                name,
                above.isEmpty() || chance.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(above.get(chance.nextInt(above.size())).id()),
                chance.nextInt(4) == 0 ? Optional.empty() : Optional.of(chance.nextInt(HIGHEST_PRIORITY)),
                chance.nextBoolean(),
                chance.nextInt(5) > 0,
                Stream.generate(() -> rule(chance)).limit(chance.nextInt(3)).toList());
    }

    private static Rule rule(Random chance) {
        Rule one = simple(chance);
        return chance.nextBoolean() ? one : one.and(simple(chance));
    }

    private static Rule simple(Random chance) {
        String industry = "Trade" + chance.nextInt(3);
        String country = "Country" + chance.nextInt(3);
        int amount = 10 * chance.nextInt(6);
        return switch (chance.nextInt(4)) {
            case 0 ->
                new Rule(
                        "account.industry==" + industry,
                        deal -> deal.firm().industry().equals(industry));
            case 1 ->
                new Rule(
                        "account.country!=" + country,
                        deal -> !deal.firm().country().equals(country));
            case 2 ->
                new Rule(
                        "account.country==" + country,
                        deal -> deal.firm().country().equals(country));
            default -> new Rule("amount>=" + amount, deal -> deal.amount() >= amount);
        };
    }

    /** The same where some are drawn otherwise, one that has none below it is left out, and one is new. */
    GeneratedTree redrawn(Random chance) {
        Node out = nodes.get(nodes.size() - 1);
        List<Node> drawn = new ArrayList<>();
        for (Node node : nodes) {
            if (node != out) {
                drawn.add(chance.nextBoolean() ? node : node(chance, node.id(), node.name(), drawn));
            }
        }
        drawn.add(node(chance, UUID.randomUUID().toString(), Market.unique(), drawn));
        return new GeneratedTree(drawn);
    }

    /** The same by the ids that territories of those names have. */
    GeneratedTree known(Map<String, String> ids) {
        Map<String, String> names = nodes.stream().collect(Collectors.toMap(Node::id, Node::name));
        return new GeneratedTree(nodes.stream()
                .map(node -> new Node(
                        ids.getOrDefault(node.name(), node.id()),
                        node.name(),
                        node.parent().map(parent -> ids.getOrDefault(names.get(parent), parent)),
                        node.priority(),
                        node.inherits(),
                        node.active(),
                        node.rules()))
                .toList());
    }

    private Optional<Node> above(Node node) {
        return node.parent().map(this::withId);
    }

    private Node withId(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    Optional<Node> named(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    private int depth(Node node) {
        return above(node).map(parent -> 1 + depth(parent)).orElse(0);
    }

    private boolean wants(Node node, Deal deal) {
        return node.active() && node.says(deal) && isWithin(node, deal);
    }

    /** Whether whatever the territory inherits from takes in the deal as well; one without rules narrows nothing. */
    boolean isWithin(Node node, Deal deal) {
        return !node.inherits()
                || above(node)
                        .map(parent -> (parent.rules().isEmpty() || parent.says(deal)) && isWithin(parent, deal))
                        .orElse(true);
    }

    private boolean isBefore(Node one, Node other) {
        int first = one.priority().orElse(HIGHEST_PRIORITY);
        int second = other.priority().orElse(HIGHEST_PRIORITY);
        if (first != second) {
            return first < second;
        }
        return depth(one) == depth(other) ? nodes.indexOf(one) < nodes.indexOf(other) : depth(one) > depth(other);
    }

    /**
     * Name of the territory a deal is in, empty for none.
     *
     * @param pins names of territories by deal, empty for out of all
     */
    String of(Deal deal, Map<String, String> pins) {
        Optional<String> held = Optional.ofNullable(pins.get(deal.id()))
                .filter(name ->
                        name.isEmpty() || named(name).filter(Node::active).isPresent());
        return held.orElseGet(() -> nodes.stream()
                .filter(node -> wants(node, deal))
                .filter(node -> nodes.stream().noneMatch(other -> wants(other, deal) && isBefore(other, node)))
                .map(Node::name)
                .findFirst()
                .orElse(""));
    }
}
