package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/**
 * An issued credit note takes first what is open on its own invoice; what is left, because that was paid already, stays
 * the customer's credit (S-PAY-02).
 */
@ApplicationScoped
class CreditNotesSettle implements RecordReaction<Invoice> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public void written(List<Written<Invoice>> writes) {
        writes.stream()
                .filter(write -> write.change().touches("status"))
                .map(Written::record)
                .filter(written -> written.isCreditNote() && !written.isDraft())
                .forEach(this::settle);
    }

    private void settle(Invoice note) {
        note.credited()
                .flatMap(id -> records.withId(Invoice.class, id))
                .filter(Invoice::isOpen)
                .ifPresent(invoice -> {
                    BigDecimal taken = note.open().amount().min(invoice.open().amount());
                    parts.add(List.of(new CreditSettlement(note.id(), invoice.id(), taken)));
                });
    }
}
