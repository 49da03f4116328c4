package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.pipewright.billing.invoices.Settlement;
import org.pipewright.billing.invoices.Settlement.Owed;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Drafts take no money; what goes out goes to credit notes (S-PAY-06). An invoice in another currency takes what the
 * payment is worth in that, and what the rates have changed since its day is gain or loss (S-PAY-04).
 */
@ApplicationScoped
class AllocationRules implements RecordRules<Allocation> {

    /** Digits that a part of an amount is reckoned with before it is rounded. */
    private static final int DIGITS = 8;

    @Inject
    Records records;

    @Inject
    Settlement settlement;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

    @Override
    public void check(Allocation allocation, Change change, Violations violations) {
        if (allocation.invoice() != null && allocation.payment() != null && allocation.amount() != null) {
            Optional<Owed> owed = settlement.owed(allocation.invoice());
            Optional<Payment> payment = records.withId(Payment.class, allocation.payment());
            if (owed.isEmpty()) {
                violations.reject("invoice", "not-offered", "billing.violation.not-issued");
            } else if (payment.isPresent()) {
                check(allocation, owed.get(), payment.get(), violations);
            }
        }
    }

    private void check(Allocation allocation, Owed owed, Payment payment, Violations violations) {
        if (owed.credit() != payment.isRefund()) {
            violations.reject("invoice", "direction", "billing.violation.direction");
        } else if (taken(allocation, owed, payment).isEmpty()) {
            violations.reject("rate", "required", "billing.violation.rate");
        }
    }

    @Override
    public void derive(Allocation allocation, Change change) {
        Owed owed = settlement.owed(allocation.invoice()).orElseThrow();
        Payment payment = records.withId(Payment.class, allocation.payment()).orElseThrow();
        if (isSame(owed, payment)) {
            allocation.takeAsItIs(payment.amount().currency());
        } else {
            taken(allocation, owed, payment).ifPresent(allocation::take);
        }
        allocation.differsBy(difference(allocation, owed, payment).orElse(null));
    }

    private Optional<Money> taken(Allocation allocation, Owed owed, Payment payment) {
        Money given = Money.of(allocation.amount(), payment.amount().currency());
        String wanted = owed.open().currency();
        return isSame(owed, payment)
                ? Optional.of(given)
                : allocation
                        .rate()
                        .map(rate -> Money.rounded(given.amount().multiply(rate), wanted))
                        .or(() -> exchange.exchanged(given, wanted, payment.paidOn()));
    }

    private static boolean isSame(Owed owed, Payment payment) {
        return owed.open().currency().equals(payment.amount().currency());
    }

    /** None between amounts in the tenant's own currency, or while a rate is missing. */
    private Optional<Money> difference(Allocation allocation, Owed owed, Payment payment) {
        String own = tenant.currency();
        return isSame(owed, payment) && payment.amount().currency().equals(own)
                ? Optional.empty()
                : allocation
                        .taken()
                        .flatMap(taken -> worth(payment.amount(), allocation.amount())
                                .flatMap(came -> worth(owed.payable(), taken.amount())
                                        .map(was -> owed.credit() ? was.subtract(came) : came.subtract(was))))
                        .map(gain -> Money.rounded(gain, own));
    }

    /** What a part of an amount was worth on the day of that, in the tenant's currency. */
    private static Optional<BigDecimal> worth(Money whole, BigDecimal part) {
        return whole.base().map(base -> base.multiply(part).divide(whole.amount(), DIGITS, RoundingMode.HALF_UP));
    }
}
