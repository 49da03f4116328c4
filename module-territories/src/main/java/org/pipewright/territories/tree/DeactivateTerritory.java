package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Takes a territory out of play; it keeps what it knows. */
@ApplicationScoped
class DeactivateTerritory implements Verb<Territory, Nothing> {

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
