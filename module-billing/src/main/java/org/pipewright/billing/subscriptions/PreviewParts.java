package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** Nobody writes what is reckoned (S-INV-11). */
@ApplicationScoped
class PreviewParts implements PartRules<InvoicePreview> {

    @Override
    public Optional<Refusal> objection(InvoicePreview preview, String part) {
        return Optional.of(Refusal.of(BillingErrorCode.PREVIEWED));
    }
}
