package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/**
 * Makes the draft of a credit note with all that is on the invoice; whoever credits a part takes away the rest. The
 * invoice changes when the credit note is issued (S-INV-06).
 */
@ApplicationScoped
class CreditInvoice implements Verb<Invoice, Nothing> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.status() == InvoiceStatus.ISSUED && !invoice.isCreditNote();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        Invoice note = records.create(invoice.creditNote());
        parts.copy(Invoice.class, invoice.id(), note.id(), part -> part.equals("billing.invoice-line"));
    }
}
