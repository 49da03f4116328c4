package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.UUID;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.parties.PartyRole.Meaning;

/** What holds for a single party: its person is one of the partner's, and only a competitor wins against us and is not sold to. */
@ApplicationScoped
class PartyRecordRules implements RecordRules<Party> {

    private static final String AFFILIATION = "core.affiliation";

    @Inject
    PartyRoles roles;

    @Inject
    Customers customers;

    @Inject
    Records records;

    @Override
    public void check(Party party, Change change, Violations violations) {
        if (change.touches("contact") || change.touches("partner")) {
            party.contact()
                    .filter(contact -> party.partner() != null && !customers.isContactOf(contact, party.partner()))
                    .ifPresent(contact -> link(party, contact, violations));
        }
        if (party.isWinner() && !is(party, Meaning.COMPETITOR)) {
            violations.reject("winner", "no-competitor", "sales.violation.no-competitor");
        }
        if ((change.touches("partner") || change.touches("role"))
                && !change.historical()
                && party.partner() != null
                && is(party, Meaning.CUSTOMER)
                && customers.isOnlyCompetitor(party.partner())) {
            violations.reject("partner", "competitor", "sales.violation.competitor");
        }
    }

    private boolean is(Party party, Meaning meaning) {
        return roles.withId(party.role())
                .filter(role -> role.meaning() == meaning)
                .isPresent();
    }

    /** Somebody else's contact is refused, or linked by whoever may do that (S-PARTY-02). */
    private void link(Party party, UUID contact, Violations violations) {
        if (!party.linksContact()) {
            violations.reject("contact", "not-linked", "sales.violation.not-linked");
            return;
        }
        records.create(
                AFFILIATION,
                Json.createObjectBuilder()
                        .add("contact", contact.toString())
                        .add("account", party.partner().toString())
                        .build());
    }

    @Override
    public void derive(Party party, Change change) {
        roles.withId(party.role()).ifPresent(party::nameBy);
    }
}
