package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Raises an overdue invoice to the next level of reminding; in bulk that is a run (S-INV-08). */
@ApplicationScoped
class RemindOfInvoice implements Verb<Invoice, Nothing> {

    @Inject
    Dunning dunning;

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.mayBeDunned();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        if (!dunning.remind(invoice)) {
            throw Refusal.of(BillingErrorCode.NOT_TO_REMIND, invoice.number().orElse(""));
        }
    }
}
