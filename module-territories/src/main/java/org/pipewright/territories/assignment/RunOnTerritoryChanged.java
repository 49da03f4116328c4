package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.territories.tree.Territories;
import org.pipewright.territories.tree.Territory;

/** Looks at every record when a territory is activated, deactivated or stands elsewhere. */
@ApplicationScoped
class RunOnTerritoryChanged implements RecordReaction<Territory> {

    private static final Set<String> COUNTING =
            Set.of("active", "parent", "priority", "validFrom", "validUntil", "inherits");

    @Inject
    Territories territories;

    @Inject
    Runs runs;

    @Override
    public void written(List<Written<Territory>> writes) {
        if (writes.stream().anyMatch(write -> isSeen(write.record(), write.change()))) {
            runs.start();
        }
    }

    /** One that is not active may still narrow those below it. */
    private boolean isSeen(Territory territory, Change change) {
        return !change.created()
                && COUNTING.stream().anyMatch(change::touches)
                && (territory.isActive() || change.touches("active") || territories.anyActive());
    }

    @Override
    public void binned(Territory territory) {
        if (territory.isActive()) {
            runs.start();
        }
    }

    @Override
    public void restored(Territory territory) {
        binned(territory);
    }
}
