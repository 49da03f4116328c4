package org.pipewright.billing.received;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** What somebody else wrote stays as it is. */
@ApplicationScoped
class ReceivedInvoiceParts implements PartRules<ReceivedInvoice> {

    @Override
    public Optional<Refusal> objection(ReceivedInvoice invoice, String part) {
        return Optional.of(Refusal.of(BillingErrorCode.RECEIVED));
    }
}
