package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.invoices.Settlement;
import org.pipewright.billing.ledger.Ledger;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/**
 * Once money is given to invoices or taken back, both sides know (S-PAY-02, S-INV-09), and what rates changed meanwhile is
 * in the books even where nothing else of the invoice changes (S-PAY-04).
 */
@ApplicationScoped
class AllocationsSettle implements RecordReaction<Allocation> {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Allocations allocations;

    @Inject
    Settlement settlement;

    @Inject
    Records records;

    @Inject
    Ledger ledger;

    @Override
    public void written(List<Written<Allocation>> writes) {
        settle(
                writes.stream()
                        .flatMap(write -> Stream.concat(
                                Stream.of(write.record().invoice()),
                                write.change().before("invoice").map(UUID.class::cast).stream())),
                writes.stream().map(write -> write.record().payment()));
    }

    @Override
    public void binned(Allocation allocation) {
        settle(Stream.of(allocation.invoice()), Stream.of(allocation.payment()));
    }

    @Override
    public void restored(Allocation allocation) {
        settle(Stream.of(allocation.invoice()), Stream.of(allocation.payment()));
    }

    /** Invoices are locked in one order, so that nobody waits for one who waits. */
    private void settle(Stream<UUID> invoices, Stream<UUID> payments) {
        entityManager.flush();
        payments.distinct()
                .flatMap(id -> records.withId(Payment.class, id).stream())
                .forEach(this::reckon);
        List<UUID> touched = invoices.distinct().sorted().toList();
        touched.forEach(id -> settlement.settle(id, allocations::paidOn));
        ledger.book(touched.stream());
    }

    private void reckon(Payment payment) {
        if (!payment.covers(allocations.takenOf(payment.id()))) {
            throw Refusal.of(BillingErrorCode.OVER_ALLOCATION, payment.name());
        }
        records.change(payment, changed -> changed.reckon(allocations.takenOf(payment.id())));
    }
}
