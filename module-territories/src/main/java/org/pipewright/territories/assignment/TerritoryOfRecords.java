package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets the territory be seen with every record that can be in one (S-TERR-14). */
@ApplicationScoped
class TerritoryOfRecords extends TerritoryBeside {

    static final String NAME = "territory";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return "territories.assignment";
    }
}
