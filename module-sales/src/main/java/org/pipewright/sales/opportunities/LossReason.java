package org.pipewright.sales.opportunities;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
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
class LossReason extends CatalogueEntry {

    static final String NAME = "sales.loss-reason";

    @Field
    private boolean needsNote;

    @Field
    private boolean competitor;

    protected LossReason() {}

    LossReason(String name, int position) {
        super(name, position);
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

    boolean needsNote() {
        return needsNote;
    }
}
