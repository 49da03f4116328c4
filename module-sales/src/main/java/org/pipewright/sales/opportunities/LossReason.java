package org.pipewright.sales.opportunities;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Why opportunities are lost, in the tenant's words (S-CLOSE-07). */
@Entity
@Table(schema = "sales", name = "loss_reason")
@RecordType(
        name = LossReason.NAME,
        path = "loss-reasons",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"name", "position", "active", "needsNote", "competitor"},
        sort = "position",
        menu = "settings",
        order = 230,
        icon = "list",
        importable = false)
class LossReason extends CrmRecord {

    static final String NAME = "sales.loss-reason";

    @Field(required = true, searchable = true)
    private String name;

    @Field(from = 0, to = 100_000)
    private Integer position;

    @Field
    private boolean active = true;

    @Field
    private boolean needsNote;

    @Field
    private boolean competitor;

    protected LossReason() {}

    LossReason(String name, int position) {
        this.name = name;
        this.position = position;
    }

    /** The same reason as one that says nothing without a note. */
    LossReason withNote() {
        needsNote = true;
        return this;
    }

    /** The same reason as one that names a competitor. */
    LossReason asCompetitor() {
        competitor = true;
        return this;
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

    boolean needsNote() {
        return needsNote;
    }
}
