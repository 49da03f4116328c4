package org.pipewright.sales.demand;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.RecordType;

/** Why something that was asked for was not supplied, in the tenant's words (S-DEM-07). */
@Entity
@Table(schema = "sales", name = "unmet_reason")
@RecordType(
        name = UnmetReason.NAME,
        path = "unmet-reasons",
        title = "name",
        feature = DemandLine.FEATURE,
        columns = {"name", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 250,
        icon = "list",
        importable = false)
class UnmetReason extends CatalogueEntry {

    static final String NAME = "sales.unmet-reason";

    protected UnmetReason() {}

    UnmetReason(String name, int position) {
        super(name, position);
    }
}
