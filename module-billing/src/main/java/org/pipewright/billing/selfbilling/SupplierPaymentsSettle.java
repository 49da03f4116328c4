package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Once something is paid to a supplier, the invoice knows; more than it came to is never paid on it. */
@ApplicationScoped
class SupplierPaymentsSettle implements RecordReaction<SelfBilledPayment> {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<SelfBilledPayment>> writes) {
        settle(writes.stream()
                .flatMap(write -> Stream.concat(
                        Stream.of(write.record().selfBilledInvoice()),
                        write.change().before("selfBilledInvoice").map(UUID.class::cast).stream())));
    }

    @Override
    public void binned(SelfBilledPayment gone) {
        settle(Stream.of(gone.selfBilledInvoice()));
    }

    @Override
    public void restored(SelfBilledPayment back) {
        settle(Stream.of(back.selfBilledInvoice()));
    }

    /** Those of several are locked in one order. */
    private void settle(Stream<UUID> invoices) {
        entityManager.flush();
        invoices.distinct().sorted().forEach(this::settle);
    }

    private void settle(UUID id) {
        SelfBilledInvoice invoice = entityManager.find(SelfBilledInvoice.class, id, LockModeType.PESSIMISTIC_WRITE);
        entityManager.refresh(invoice);
        List<SelfBilledPayment> payments = parts.of(SelfBilledPayment.class, id);
        BigDecimal paid = payments.stream().map(SelfBilledPayment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        LocalDate last = payments.stream()
                .map(SelfBilledPayment::paidOn)
                .max(Comparator.naturalOrder())
                .orElseGet(tenant::today);
        records.change(invoice, changed -> {
            changed.paid(paid, last);
            if (changed.isOverdrawn()) {
                throw Refusal.of(
                        BillingErrorCode.OVER_ALLOCATION, changed.number().orElse(""));
            }
        });
    }
}
