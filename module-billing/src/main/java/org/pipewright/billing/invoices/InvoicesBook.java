package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.billing.ledger.Ledger;
import org.pipewright.platform.spi.records.RecordReaction;

/** What becomes of invoices stands in the ledger at once (S-INV-14). */
@ApplicationScoped
class InvoicesBook implements RecordReaction<Invoice> {

    @Inject
    Ledger ledger;

    @Override
    public void written(List<Written<Invoice>> writes) {
        ledger.book(writes.stream()
                .map(Written::record)
                .filter(invoice -> !invoice.isDraft())
                .map(Invoice::id));
    }
}
