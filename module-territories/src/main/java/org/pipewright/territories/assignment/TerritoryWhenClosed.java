package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.FieldBeside;
import org.pipewright.territories.tree.Territory;

/** Lets last year's deals be told by the territories they were closed in, wherever they are now (S-TERR-15). */
@ApplicationScoped
class TerritoryWhenClosed implements FieldBeside {

    @Override
    public String name() {
        return "territoryWhenClosed";
    }

    @Override
    public String references() {
        return Territory.NAME;
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
    public String feature() {
        return Territory.FEATURE;
    }

    @Override
    public String table() {
        return "territories.closing";
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
