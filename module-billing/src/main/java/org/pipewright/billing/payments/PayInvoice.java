package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.invoices.Invoice;
import org.pipewright.billing.payments.PayInvoice.Paid;
import org.pipewright.billing.payments.Payments.Receipt;
import org.pipewright.billing.payments.Payments.Share;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Takes down that an invoice was paid: the payment and what the invoice takes of it, in one step. What is paid beyond what
 * is open stays as the customer's credit (S-PAY-01, S-PAY-02).
 */
@ApplicationScoped
class PayInvoice implements ProposingVerb<Invoice, Paid> {

    /** What came in. */
    record Paid(
            @Field(required = true, from = 0.001) Money amount,
            @Field(required = true) LocalDate paidOn,
            @Field PaymentMethod method,
            @Field(max = 140) String reference) {}

    @Inject
    CurrentTenant tenant;

    @Inject
    Payments payments;

    @Override
    public String name() {
        return "pay";
    }

    @Override
    public String feature() {
        return BillingModule.PAYMENTS;
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isPayable();
    }

    @Override
    public Paid proposed(Invoice invoice) {
        return new Paid(
                invoice.open(),
                tenant.today(),
                PaymentMethod.TRANSFER,
                invoice.number().orElse(null));
    }

    @Override
    public void perform(Invoice invoice, Paid paid) {
        Money open = invoice.open();
        if (!paid.amount().currency().equals(open.currency())) {
            throw new Refusal(
                    BillingErrorCode.OTHER_CURRENCY,
                    Map.of(),
                    List.of(new FieldError("amount", "currency", "billing.violation.currency")));
        }
        payments.take(
                new Receipt(
                        invoice.account().orElseThrow(),
                        false,
                        paid.paidOn(),
                        paid.amount(),
                        paid.method(),
                        paid.reference(),
                        null,
                        null),
                List.of(new Share(invoice.id(), paid.amount().amount().min(open.amount()))));
    }
}
