package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Lets a territory count (S-TERR-01). */
@ApplicationScoped
class ActivateTerritory implements Verb<Territory, Nothing> {

    @Override
    public String name() {
        return "activate";
    }

    @Override
    public boolean leading() {
        return true;
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
