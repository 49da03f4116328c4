package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.territories.TerritoriesErrorCode;

/** Keeps territories a tree. */
@ApplicationScoped
class TerritoryRules implements RecordRules<Territory> {

    @Inject
    Territories territories;

    @Override
    public void check(Territory territory, Change change, Violations violations) {
        if (!change.created() && change.touches("parent") && isBelowItself(territory)) {
            violations.reject("parent", "cycle", "territories.violation.cycle");
        }
        if (territory.endsBeforeItBegins()) {
            violations.reject("validUntil", "invalid", "territories.violation.period");
        }
    }

    private boolean isBelowItself(Territory territory) {
        Set<UUID> above = new HashSet<>();
        Optional<UUID> next = territory.parent();
        while (next.isPresent() && above.add(next.get())) {
            next = territories.withId(next.get()).flatMap(Territory::parent);
        }
        return above.contains(territory.id());
    }

    @Override
    public void requireDeletable(Territory territory) {
        if (territories.hasParts(territory)) {
            throw Refusal.of(TerritoriesErrorCode.TERRITORY_HAS_PARTS, territory.name());
        }
    }
}
