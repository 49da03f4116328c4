package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** Lines of what is issued are only read (S-INV-04); what it is settled with is told as long as something is open. */
@ApplicationScoped
class InvoiceParts implements PartRules<Invoice> {

    @Override
    public boolean has(Invoice invoice, String part) {
        return !part.equals(CreditSettlement.NAME) || invoice.isCreditNote() && !invoice.isDraft();
    }

    @Override
    public Optional<Refusal> objection(Invoice invoice, String part) {
        return invoice.isDraft() || part.equals(CreditSettlement.NAME)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse("")));
    }
}
