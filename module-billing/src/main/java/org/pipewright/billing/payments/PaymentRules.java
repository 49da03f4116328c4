package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Set;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** A payment gives no more than it is, and stays while invoices have taken of it. */
@ApplicationScoped
class PaymentRules implements RecordRules<Payment> {

    /** What allocations were checked against. */
    private static final Set<String> FIXED = Set.of("amount", "direction", "paidOn");

    @Inject
    CurrentTenant tenant;

    @Inject
    Allocations allocations;

    @Override
    public void prepare(Payment payment) {
        payment.fillGaps(tenant.today());
    }

    @Override
    public void check(Payment payment, Change change, Violations violations) {
        payment.fillGaps(tenant.today());
        if (violations.errors().isEmpty()
                && !change.created()
                && FIXED.stream().anyMatch(change::touches)
                && taken(payment).signum() > 0) {
            throw Refusal.of(BillingErrorCode.PAYMENT_USED, payment.name());
        }
    }

    @Override
    public void derive(Payment payment, Change change) {
        payment.reckon(taken(payment));
    }

    private BigDecimal taken(Payment payment) {
        return payment.id() == null ? BigDecimal.ZERO : allocations.takenOf(payment.id());
    }

    @Override
    public void requireDeletable(Payment payment) {
        if (taken(payment).signum() > 0) {
            throw Refusal.of(BillingErrorCode.PAYMENT_USED, payment.name());
        }
    }
}
