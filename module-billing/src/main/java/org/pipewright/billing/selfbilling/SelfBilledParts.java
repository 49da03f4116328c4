package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** Lines of what is issued are only read; what is paid is told from then on. */
@ApplicationScoped
class SelfBilledParts implements PartRules<SelfBilledInvoice> {

    @Override
    public boolean has(SelfBilledInvoice invoice, String part) {
        return !part.equals(SelfBilledPayment.NAME) || !invoice.isDraft();
    }

    @Override
    public Optional<Refusal> objection(SelfBilledInvoice invoice, String part) {
        return invoice.isDraft() || part.equals(SelfBilledPayment.NAME)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse("")));
    }
}
