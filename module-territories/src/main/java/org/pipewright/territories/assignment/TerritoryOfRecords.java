package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets the territory be seen with every record that can be in one (S-TERR-14). */
@ApplicationScoped
class TerritoryOfRecords extends TerritoryBeside {

    @Override
    public String name() {
        return "territory";
    }

    @Override
    public String table() {
        return "territories.assignment";
    }
}
