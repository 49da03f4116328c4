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
        draft(invoice);
    }

    /** A draft with all that is on the invoice. */
    Invoice draft(Invoice invoice) {
        Invoice note = records.create(invoice.creditNote());
        copyLines(invoice, note);
        return note;
    }

    void copyLines(Invoice invoice, Invoice draft) {
        parts.add(parts.of(InvoiceLine.class, invoice.id()).stream()
                .map(line -> new InvoiceLine(draft.id(), line))
                .toList());
    }
}
