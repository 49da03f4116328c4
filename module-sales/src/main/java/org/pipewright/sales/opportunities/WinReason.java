package org.pipewright.sales.opportunities;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.RecordType;

/** Why opportunities are won, in the tenant's words; nobody has to say it (S-CLOSE-09). */
@Entity
@Table(schema = "sales", name = "win_reason")
@RecordType(
        name = WinReason.NAME,
        path = "win-reasons",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"name", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 235,
        icon = "list",
        importable = false)
class WinReason extends CatalogueEntry {

    static final String NAME = "sales.win-reason";

    protected WinReason() {}

    WinReason(String name, int position) {
        super(name, position);
    }
}
