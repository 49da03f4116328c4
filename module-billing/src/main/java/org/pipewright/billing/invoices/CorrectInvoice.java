package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/**
 * Makes the draft of a corrected invoice in the place of one that was taken back, with all that was on it; it names that
 * one on paper and to programs (S-EINV-06).
 */
@ApplicationScoped
class CorrectInvoice implements Verb<Invoice, Nothing> {

    @Inject
    CreditInvoice credit;

    @Inject
    Records records;

    @Override
    public String name() {
        return "correct";
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isTakenBack();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        credit.copyLines(invoice, records.create(invoice.correction()));
    }
}
