package org.pipewright.sales.leads;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.statuses.Colour;

/** A status of the tenant's list of lead statuses (S-LEAD-03). */
@Entity
@Table(schema = "sales", name = "lead_status")
@RecordType(
        name = LeadStatus.NAME,
        path = "lead-statuses",
        title = "name",
        feature = Lead.FEATURE,
        columns = {"name", "category", "position", "colour", "active", "system"},
        sort = "position",
        menu = "settings",
        order = 210,
        icon = "list",
        importable = false)
class LeadStatus extends CatalogueEntry {

    static final String NAME = "sales.lead-status";

    /** What being in a status means for a lead. The tenant adds open ones; the others come with the module. */
    enum Category {
        NEW,
        OPEN,
        QUALIFIED,
        DISQUALIFIED;

        boolean isFinal() {
            return this == QUALIFIED || this == DISQUALIFIED;
        }
    }

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private Category category;

    @Field
    @Enumerated(EnumType.STRING)
    private Colour colour;

    @Field(readOnly = true)
    private boolean system;

    protected LeadStatus() {}

    /** A status that every tenant keeps. */
    LeadStatus(String name, Category category, int position, Colour colour) {
        super(name, position);
        this.category = category;
        this.colour = colour;
        system = true;
    }

    /** A status of the tenant's own is an open one. */
    void fillGaps() {
        category = category == null ? Category.OPEN : category;
    }

    /** A lead is decided by a verb, not because a status went. */
    @Override
    public boolean standsInFor(CatalogueEntry other) {
        return !category.isFinal();
    }

    Category category() {
        return category;
    }

    boolean isSystem() {
        return system;
    }
}
