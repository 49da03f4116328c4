package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.territories.tree.ActivateTerritory.Nothing;

/** Lets a territory count (S-TERR-01). */
@ApplicationScoped
class ActivateTerritory implements Verb<Territory, Nothing> {

    /** It needs to be told nothing. */
    record Nothing() {}

    @Override
    public String name() {
        return "activate";
    }

    @Override
    public boolean offered(Territory territory) {
        return !territory.isActive();
    }

    @Override
    public void perform(Territory territory, Nothing nothing) {
        territory.activate();
    }
}
