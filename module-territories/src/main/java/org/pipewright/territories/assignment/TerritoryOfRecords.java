package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.FieldBeside;
import org.pipewright.territories.tree.Territory;

/** Lets the territory be seen with every record that can be in one (S-TERR-14). */
@ApplicationScoped
class TerritoryOfRecords implements FieldBeside {

    @Override
    public String name() {
        return "territory";
    }

    @Override
    public String references() {
        return Territory.NAME;
    }

    @Override
    public String feature() {
        return Territory.FEATURE;
    }

    @Override
    public String table() {
        return "territories.assignment";
    }

    @Override
    public String recordColumn() {
        return "record_id";
    }

    @Override
    public String valueColumn() {
        return "territory_id";
    }
}
