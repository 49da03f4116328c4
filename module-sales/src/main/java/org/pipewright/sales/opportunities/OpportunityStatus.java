package org.pipewright.sales.opportunities;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.statuses.Colour;

/** A status of the tenant's list with the probability it stands for (S-OPP-08). */
@Entity
@Table(schema = "sales", name = "opportunity_status")
@RecordType(
        name = OpportunityStatus.NAME,
        path = "opportunity-statuses",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"name", "category", "probability", "position", "colour", "active", "system"},
        sort = "position",
        menu = "settings",
        order = 220,
        icon = "list",
        importable = false)
class OpportunityStatus extends CatalogueEntry {

    static final String NAME = "sales.opportunity-status";

    /** What being in a status means for the outcome. */
    enum Category {
        OPEN(Outcome.IN_PROGRESS),
        WON(Outcome.WON),
        LOST(Outcome.LOST);

        private final Outcome outcome;

        Category(Outcome outcome) {
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private Category category;

    @Field(required = true, from = 0, to = 100)
    private Integer probability;

    @Field
    @Enumerated(EnumType.STRING)
    private Colour colour;

    @Field(readOnly = true)
    private boolean system;

    protected OpportunityStatus() {}

    OpportunityStatus(String name, Category category, int probability, int position, Colour colour) {
        super(name, position);
        this.category = category;
        this.probability = probability;
        this.colour = colour;
    }

    /** The same status as one that every tenant keeps. */
    OpportunityStatus asSystem() {
        system = true;
        return this;
    }

    /** A status of the tenant's own is an open one. */
    void fillGaps() {
        category = category == null ? Category.OPEN : category;
    }

    /** A deal is won or lost by a verb, not because a status went. */
    @Override
    public boolean standsInFor(CatalogueEntry other) {
        return outcome() == Outcome.IN_PROGRESS;
    }

    Category category() {
        return category;
    }

    Outcome outcome() {
        return category.outcome();
    }

    int probability() {
        return probability;
    }

    boolean isSystem() {
        return system;
    }
}
