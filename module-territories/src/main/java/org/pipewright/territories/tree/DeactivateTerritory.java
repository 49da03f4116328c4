package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.territories.tree.DeactivateTerritory.Nothing;

/** Takes a territory out of play; it keeps what it knows. */
@ApplicationScoped
class DeactivateTerritory implements Verb<Territory, Nothing> {

    /** It needs to be told nothing. */
    record Nothing() {}

    @Override
    public String name() {
        return "deactivate";
    }

    @Override
    public boolean offered(Territory territory) {
        return territory.isActive();
    }

    @Override
    public void perform(Territory territory, Nothing nothing) {
        territory.deactivate();
    }
}
