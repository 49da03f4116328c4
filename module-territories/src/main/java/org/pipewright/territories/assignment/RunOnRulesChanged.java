package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.territories.tree.Territories;
import org.pipewright.territories.tree.TerritoryRule;

/** Looks at every record when rules were changed while territories count. */
@ApplicationScoped
class RunOnRulesChanged implements RecordReaction<TerritoryRule> {

    @Inject
    Territories territories;

    @Inject
    Runs runs;

    @Override
    public void written(List<Written<TerritoryRule>> writes) {
        startIfSeen();
    }

    @Override
    public void binned(TerritoryRule rule) {
        startIfSeen();
    }

    @Override
    public void restored(TerritoryRule rule) {
        startIfSeen();
    }

    private void startIfSeen() {
        if (territories.anyActive()) {
            runs.start();
        }
    }
}
