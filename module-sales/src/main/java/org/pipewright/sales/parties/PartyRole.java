package org.pipewright.sales.parties;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.opportunities.Opportunity;

/** What an account is in a deal, in the tenant's words (S-PARTY-03). */
@Entity
@Table(schema = "sales", name = "party_role")
@RecordType(
        name = PartyRole.NAME,
        path = "party-roles",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"name", "meaning", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 240,
        icon = "list",
        importable = false)
class PartyRole extends CatalogueEntry {

    static final String NAME = "sales.party-role";

    /** What the product makes of a role. */
    enum Meaning {
        /** The account the deal is with; every deal has one. */
        CUSTOMER,
        /** Somebody who may win a deal that is lost. */
        COMPETITOR,
        OTHER
    }

    @Field
    @Enumerated(EnumType.STRING)
    private Meaning meaning;

    protected PartyRole() {}

    PartyRole(String name, Meaning meaning, int position) {
        super(name, position);
        this.meaning = meaning;
    }

    /** A role of the tenant's own means nothing more unless told otherwise. */
    void settle() {
        meaning = meaning == null ? Meaning.OTHER : meaning;
    }

    /** Every deal has one customer; another party does not become it by the way. */
    @Override
    public boolean standsInFor(CatalogueEntry other) {
        return meaning != Meaning.CUSTOMER;
    }

    Meaning meaning() {
        return meaning;
    }
}
