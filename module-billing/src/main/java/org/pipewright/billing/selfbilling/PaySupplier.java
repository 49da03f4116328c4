package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.payments.PaymentMethod;
import org.pipewright.billing.selfbilling.PaySupplier.Paid;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Takes down that the supplier was paid, or for a credit note gave something back. */
@ApplicationScoped
class PaySupplier implements ProposingVerb<SelfBilledInvoice, Paid> {

    /** What went out. */
    record Paid(
            @Field(required = true, from = 0.001) Money amount,
            @Field(required = true) LocalDate paidOn,
            @Field PaymentMethod method,
            @Field(max = 140) String reference) {}

    @Inject
    CurrentTenant tenant;

    @Inject
    Parts parts;

    @Override
    public String name() {
        return "pay";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(SelfBilledInvoice invoice) {
        return invoice.isOpen();
    }

    @Override
    public Paid proposed(SelfBilledInvoice invoice) {
        return new Paid(
                invoice.open(),
                tenant.today(),
                PaymentMethod.TRANSFER,
                invoice.number().orElse(null));
    }

    @Override
    public void perform(SelfBilledInvoice invoice, Paid paid) {
        if (!paid.amount().currency().equals(invoice.currency())) {
            throw new Refusal(
                    BillingErrorCode.OTHER_CURRENCY,
                    Map.of(),
                    List.of(new FieldError("amount", "currency", "billing.violation.currency")));
        }
        int next = parts.of(SelfBilledPayment.class, invoice.id()).size() + 1;
        parts.add(List.of(new SelfBilledPayment(invoice.id(), paid, next)));
    }
}
