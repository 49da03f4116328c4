package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.tree.PlannedTree;
import org.pipewright.territories.tree.StandingRule;
import org.pipewright.territories.tree.StandingTerritory;
import org.pipewright.territories.tree.Territories;

/** Puts rulebooks together from what stands in the territories now. */
@ApplicationScoped
class Rulebooks {

    private static final String FOLLOW_ACCOUNTS = "territories.follow-accounts";
    private static final String OF_ACCOUNT = "account.territory";
    private static final String OF_ANY_ACCOUNT = OF_ACCOUNT + "=isnull=false";

    @Inject
    TenantSettings settings;

    @Inject
    Territories territories;

    @Inject
    Assignables assignables;

    @Inject
    CurrentTenant tenant;

    /** The rulebook for a record type; rules that cannot be asked match nothing. */
    Rulebook of(String recordType) {
        return book(recordType, territories.rulesFor(recordType));
    }

    /** The rulebook for a record type as territories are planned to stand. */
    Rulebook planned(String recordType, PlannedTree tree) {
        List<Rulebook.Node> nodes = nodes(tree);
        return follows(recordType)
                ? afterAccounts(nodes)
                : new Rulebook(
                        nodes,
                        tree.territories().stream()
                                .flatMap(territory -> territory.rules().stream()
                                        .filter(rule -> rule.recordType().equals(recordType))
                                        .map(rule -> new Rulebook.Rule(territory.id(), rule.criteria())))
                                .toList());
    }

    /** New ones are younger than those there are, and each is younger than the one before. */
    private List<Rulebook.Node> nodes(PlannedTree tree) {
        Map<UUID, Instant> born = territories.standing(tenant.today()).stream()
                .collect(Collectors.toMap(StandingTerritory::id, StandingTerritory::born));
        tree.topDown()
                .territories()
                .forEach(territory ->
                        born.putIfAbsent(territory.id(), Instant.now().plusSeconds(born.size())));
        Map<UUID, Integer> depths = tree.depths();
        return tree.territories().stream()
                .map(territory -> new Rulebook.Node(
                        territory.id(),
                        Optional.ofNullable(territory.parent()),
                        territory.inherits(),
                        territory.isInForce(tenant.today()),
                        new Candidate(
                                territory.id(),
                                territory.name(),
                                Optional.ofNullable(territory.priority()),
                                depths.get(territory.id()),
                                born.get(territory.id()))))
                .toList();
    }

    /** Whether what belongs to an account is in the territory of that (S-TERR-18). */
    boolean followAccounts() {
        return settings.flag(FOLLOW_ACCOUNTS);
    }

    private boolean follows(String recordType) {
        return followAccounts()
                && assignables.faults(recordType, List.of(OF_ANY_ACCOUNT)).isEmpty();
    }

    /** What is asked of records of a type, for whoever wants to know where that leads. */
    List<String> asked(String recordType) {
        return follows(recordType)
                ? List.of(OF_ANY_ACCOUNT)
                : territories.rulesFor(recordType).stream()
                        .map(StandingRule::criteria)
                        .toList();
    }

    /** The rulebook for a record type; which rules cannot be asked any more is told at them. */
    Rulebook checked(String recordType) {
        List<StandingRule> rules = territories.rulesFor(recordType);
        Set<Integer> faults = assignables.faults(
                recordType, rules.stream().map(StandingRule::criteria).toList());
        territories.markBroken(
                recordType, faults.stream().map(place -> rules.get(place).id()).collect(Collectors.toSet()));
        return book(recordType, rules);
    }

    private Rulebook book(String recordType, List<StandingRule> rules) {
        return follows(recordType)
                ? afterAccounts(nodes())
                : new Rulebook(
                        nodes(),
                        rules.stream()
                                .map(rule -> new Rulebook.Rule(
                                        rule.territory(),
                                        rule.criteria(),
                                        Optional.of(new Rulebook.Edition(rule.id(), rule.edition()))))
                                .toList());
    }

    /** Each territory takes in what belongs to accounts that are in it; where these are was decided before. */
    private static Rulebook afterAccounts(List<Rulebook.Node> nodes) {
        List<Rulebook.Node> all = nodes.stream()
                .map(node -> new Rulebook.Node(node.id(), node.parent(), false, node.inForce(), node.candidate()))
                .toList();
        return new Rulebook(
                all,
                all.stream()
                        .filter(Rulebook.Node::inForce)
                        .map(node -> new Rulebook.Rule(node.id(), OF_ACCOUNT + "==" + node.id()))
                        .toList());
    }

    private List<Rulebook.Node> nodes() {
        Map<UUID, StandingTerritory> all = territories.standing(tenant.today()).stream()
                .collect(Collectors.toMap(StandingTerritory::id, Function.identity()));
        return all.values().stream()
                .map(territory -> new Rulebook.Node(
                        territory.id(),
                        territory.parent(),
                        territory.inherits(),
                        territory.inForce(),
                        Candidate.of(territory, depth(territory, all))))
                .toList();
    }

    private static int depth(StandingTerritory territory, Map<UUID, StandingTerritory> all) {
        Set<UUID> above = new HashSet<>();
        Optional<UUID> next = territory.parent();
        while (next.isPresent() && above.add(next.get())) {
            next = Optional.ofNullable(all.get(next.get())).flatMap(StandingTerritory::parent);
        }
        return above.size();
    }
}
