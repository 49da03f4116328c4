package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.tree.Territories;
import org.pipewright.territories.tree.Territory;
import org.pipewright.territories.tree.TerritoryRule;

/** Puts rulebooks together from what stands in the territories now. */
@ApplicationScoped
class Rulebooks {

    @Inject
    Territories territories;

    @Inject
    Assignables assignables;

    @Inject
    CurrentTenant tenant;

    /** The rulebook for a record type; rules that cannot be asked match nothing. */
    Rulebook of(String recordType) {
        return book(territories.rulesFor(recordType));
    }

    /** The same; which rules cannot be asked any more is told at them. */
    Rulebook checked(String recordType) {
        List<TerritoryRule> rules = territories.rulesFor(recordType);
        Set<Integer> faults = assignables.faults(
                recordType, rules.stream().map(TerritoryRule::criteria).toList());
        territories.markBroken(
                recordType, faults.stream().map(place -> rules.get(place).id()).collect(Collectors.toSet()));
        return book(rules);
    }

    private Rulebook book(List<TerritoryRule> rules) {
        return new Rulebook(
                nodes(),
                rules.stream()
                        .map(rule -> new Rulebook.Rule(rule.territory(), rule.criteria()))
                        .toList());
    }

    private List<Rulebook.Node> nodes() {
        LocalDate today = tenant.today();
        Map<UUID, Territory> all =
                territories.all().stream().collect(Collectors.toMap(Territory::id, Function.identity()));
        return all.values().stream()
                .map(territory -> new Rulebook.Node(
                        territory.id(),
                        territory.parent(),
                        territory.inherits(),
                        territory.isInForce(today),
                        Candidate.of(territory, depth(territory, all))))
                .toList();
    }

    private static int depth(Territory territory, Map<UUID, Territory> all) {
        Set<UUID> above = new HashSet<>();
        Optional<UUID> next = territory.parent();
        while (next.isPresent() && above.add(next.get())) {
            next = Optional.ofNullable(all.get(next.get())).flatMap(Territory::parent);
        }
        return above.size();
    }
}
