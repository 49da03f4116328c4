package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pipewright.billing.invoices.Settlement;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** Payments and invoices are in one currency; drafts take no money. */
@ApplicationScoped
class AllocationRules implements RecordRules<Allocation> {

    @Inject
    Records records;

    @Inject
    Settlement settlement;

    @Override
    public void check(Allocation allocation, Change change, Violations violations) {
        if (allocation.invoice() != null && allocation.payment() != null) {
            Optional<String> invoiced = settlement.payableIn(allocation.invoice());
            Optional<String> paid = records.withId(Payment.class, allocation.payment())
                    .map(payment -> payment.amount().currency());
            if (!invoiced.equals(paid)) {
                violations.reject("invoice", "currency", "billing.violation.currency");
            }
        }
    }
}
