package org.pipewright.territories.assignment;

import org.pipewright.platform.spi.records.FieldBeside;
import org.pipewright.territories.tree.Territory;

/** A territory that is kept for each record in a table of this module. */
abstract class TerritoryBeside implements FieldBeside {

    @Override
    public String references() {
        return Territory.NAME;
    }

    @Override
    public String feature() {
        return Territory.FEATURE;
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
