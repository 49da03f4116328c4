package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.invoices.InvoiceLetters;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** What was issued by an agreement keeps it: the agreement stays, and holds on the days of issue. */
@ApplicationScoped
class SelfBillingAgreementRules implements RecordRules<SelfBillingAgreement> {

    /** Later than anything is issued. */
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    @Inject
    InvoiceLetters letters;

    @Inject
    SelfBillingAgreements agreements;

    @Override
    public void check(SelfBillingAgreement agreement, Change change, Violations violations) {
        if (agreement.isBackwards()) {
            violations.reject("endsOn", "out-of-range", "core.violation.out-of-range");
        }
        boolean checked = !change.created() && violations.errors().isEmpty();
        if (checked
                && agreements.isUsedBeyond(
                        agreement.id(),
                        agreement.supplier(),
                        agreement.agreedOn(),
                        agreement.endsOn().orElse(OPEN_END))) {
            throw Refusal.of(BillingErrorCode.AGREEMENT_USED);
        }
    }

    @Override
    public void derive(SelfBillingAgreement agreement, Change change) {
        agreement.named(letters.customer(agreement.supplier()));
    }

    @Override
    public void requireDeletable(SelfBillingAgreement agreement) {
        if (agreements.isUsed(agreement.id())) {
            throw Refusal.of(BillingErrorCode.AGREEMENT_USED);
        }
    }
}
