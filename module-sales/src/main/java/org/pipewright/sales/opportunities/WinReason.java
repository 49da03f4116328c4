package org.pipewright.sales.opportunities;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
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
class WinReason extends CrmRecord {

    static final String NAME = "sales.win-reason";

    @Field(required = true, searchable = true)
    private String name;

    @Field(from = 0, to = 100_000)
    private Integer position;

    @Field
    private boolean active = true;

    protected WinReason() {}

    WinReason(String name, int position) {
        this.name = name;
        this.position = position;
    }

    /** A reason stands at the end of the list unless told otherwise. */
    void fillGaps(int end) {
        position = position == null ? end : position;
    }

    String name() {
        return name;
    }

    boolean isActive() {
        return active;
    }
}
