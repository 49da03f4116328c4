package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** Lines of what is issued are only read (S-INV-04). */
@ApplicationScoped
class InvoiceParts implements PartRules<Invoice> {

    @Override
    public Optional<Refusal> objection(Invoice invoice, String part) {
        return invoice.isDraft()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse("")));
    }
}
