package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets last year's deals be told by the territories they were closed in, wherever they are now (S-TERR-15). */
@ApplicationScoped
class TerritoryWhenClosed extends TerritoryBeside {

    @Override
    public String name() {
        return "territoryWhenClosed";
    }

    @Override
    public String label() {
        return "territories.when-closed";
    }

    @Override
    public boolean isOfClosed() {
        return true;
    }

    @Override
    public String table() {
        return "territories.closing";
    }
}
