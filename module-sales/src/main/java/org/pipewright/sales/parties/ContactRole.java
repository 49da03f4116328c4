package org.pipewright.sales.parties;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.opportunities.Opportunity;

/** What a person is in a deal, in the tenant's words (S-PARTY-03). */
@Entity
@Table(schema = "sales", name = "contact_role")
@RecordType(
        name = ContactRole.NAME,
        path = "contact-roles",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"name", "meaning", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 245,
        icon = "list",
        importable = false)
class ContactRole extends CatalogueEntry {

    static final String NAME = "sales.contact-role";

    /** What the product makes of a role, whatever the tenant calls it (S-CON-06). */
    enum Meaning {
        DECISION_MAKER,
        INFLUENCER,
        USER,
        BLOCKER,
        OTHER
    }

    @Field
    @Enumerated(EnumType.STRING)
    private Meaning meaning;

    protected ContactRole() {}

    ContactRole(String name, Meaning meaning, int position) {
        super(name, position);
        this.meaning = meaning;
    }

    Meaning meaning() {
        return meaning;
    }

    /** A role of the tenant's own means nothing more unless told otherwise. */
    void settle() {
        meaning = meaning == null ? Meaning.OTHER : meaning;
    }
}
