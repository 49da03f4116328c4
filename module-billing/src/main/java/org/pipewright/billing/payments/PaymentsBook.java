package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.pipewright.billing.ledger.Ledger;
import org.pipewright.platform.spi.records.RecordReaction;

/** What becomes of payments stands in the ledger at once (S-INV-14). */
@ApplicationScoped
class PaymentsBook implements RecordReaction<Payment> {

    @Inject
    Ledger ledger;

    @Override
    public void written(List<Written<Payment>> writes) {
        ledger.book(writes.stream().map(write -> write.record().id()));
    }

    @Override
    public void binned(Payment payment) {
        ledger.book(Stream.of(payment.id()));
    }

    @Override
    public void restored(Payment payment) {
        ledger.book(Stream.of(payment.id()));
    }
}
