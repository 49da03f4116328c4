package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** Only what is issued is paid, in amounts that its currency has. */
@ApplicationScoped
class SelfBilledPaymentRules implements RecordRules<SelfBilledPayment> {

    @Inject
    Records records;

    @Override
    public void check(SelfBilledPayment payment, Change change, Violations violations) {
        Optional<SelfBilledInvoice> invoice = Optional.ofNullable(payment.selfBilledInvoice())
                .flatMap(id -> records.withId(SelfBilledInvoice.class, id));
        if (invoice.filter(found -> !found.isDraft()).isEmpty()) {
            violations.reject("selfBilledInvoice", "not-issued", "billing.violation.not-issued");
        } else if (payment.amount() != null
                && payment.amount().stripTrailingZeros().scale()
                        > Money.decimals(invoice.get().currency())) {
            violations.reject("amount", "too-precise", "core.violation.too-precise");
        }
    }

    @Override
    public void derive(SelfBilledPayment payment, Change change) {
        payment.fillGaps();
    }
}
