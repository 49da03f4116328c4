package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** A credit note settles what the same customer owes in the same currency. */
@ApplicationScoped
class CreditSettlementRules implements RecordRules<CreditSettlement> {

    @Inject
    Records records;

    @Override
    public void check(CreditSettlement settlement, Change change, Violations violations) {
        Optional<Invoice> note = issued(settlement.creditNote());
        Optional<Invoice> invoice = issued(settlement.invoice());
        if (note.filter(Invoice::isCreditNote).isEmpty()) {
            violations.reject("creditNote", "not-offered", "core.violation.not-offered");
        } else if (invoice.filter(found -> !found.isCreditNote()).isEmpty()) {
            violations.reject("invoice", "not-offered", "core.violation.not-offered");
        } else if (!note.get().currency().equals(invoice.get().currency())) {
            violations.reject("invoice", "currency", "billing.violation.currency");
        } else if (!note.get().account().equals(invoice.get().account())) {
            violations.reject("invoice", "account", "billing.violation.account");
        }
    }

    private Optional<Invoice> issued(UUID id) {
        return Optional.ofNullable(id)
                .flatMap(known -> records.withId(Invoice.class, known))
                .filter(found -> !found.isDraft());
    }
}
