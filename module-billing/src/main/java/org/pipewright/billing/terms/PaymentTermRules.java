package org.pipewright.billing.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.RecordRules;

/** The first term is the default, and the default stays until another takes its place. */
@ApplicationScoped
class PaymentTermRules implements RecordRules<PaymentTerm> {

    @Inject
    PaymentTerms terms;

    @Override
    public void prepare(PaymentTerm term) {
        if (terms.standard().isEmpty()) {
            term.makeDefault();
        }
    }

    @Override
    public void requireDeletable(PaymentTerm term) {
        if (term.isDefault()) {
            throw Refusal.of(BillingErrorCode.DEFAULT_TERM, term.name());
        }
    }
}
