package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/**
 * Makes the draft of a credit note with all that is on a self-billed invoice: for what was wrong on it, and for all of it
 * where the supplier objects, so that it is no invoice any more.
 */
@ApplicationScoped
class CreditSelfBilled implements Verb<SelfBilledInvoice, Nothing> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public boolean offered(SelfBilledInvoice invoice) {
        return invoice.isCreditable();
    }

    @Override
    public void perform(SelfBilledInvoice invoice, Nothing nothing) {
        SelfBilledInvoice note = records.create(invoice.creditNote());
        parts.add(parts.of(SelfBilledLine.class, invoice.id()).stream()
                .map(line -> new SelfBilledLine(note.id(), line))
                .toList());
    }
}
