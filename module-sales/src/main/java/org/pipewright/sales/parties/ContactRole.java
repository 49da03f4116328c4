package org.pipewright.sales.parties;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
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
        columns = {"name", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 245,
        icon = "list",
        importable = false)
class ContactRole extends CatalogueEntry {

    static final String NAME = "sales.contact-role";

    protected ContactRole() {}

    ContactRole(String name, int position) {
        super(name, position);
    }
}
