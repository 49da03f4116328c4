package org.pipewright.billing.selfbilling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.payments.PaymentMethod;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * Money that went to the supplier, or for a credit note came back. It is told with what it pays and not among the payments
 * of customers, whose balances it would change.
 */
@Entity
@Table(schema = "billing", name = "self_billed_payment")
@RecordType(
        name = SelfBilledPayment.NAME,
        path = "self-billed-payments",
        title = "reference",
        feature = BillingModule.SELF_BILLING,
        columns = {"paidOn", "amount", "method", "reference"},
        importable = false,
        partOf = "selfBilledInvoice")
class SelfBilledPayment extends PartRecord {

    static final String NAME = "billing.self-billed-payment";

    @Field(required = true, references = SelfBilledInvoice.NAME)
    @Column(name = "self_billed_invoice_id")
    private UUID selfBilledInvoice;

    @Field(required = true)
    private LocalDate paidOn;

    /** In the currency of what it pays. */
    @Field(required = true, from = 0.001, decimals = 3)
    private BigDecimal amount;

    @Field
    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Field(max = 140)
    private String reference;

    protected SelfBilledPayment() {}

    SelfBilledPayment(UUID invoice, PaySupplier.Paid paid, int position) {
        selfBilledInvoice = invoice;
        paidOn = paid.paidOn();
        amount = paid.amount().amount();
        method = paid.method();
        reference = paid.reference();
        standAt(position);
    }

    /** Gives what nobody chose. */
    void fillGaps() {
        method = method == null ? PaymentMethod.TRANSFER : method;
    }

    UUID selfBilledInvoice() {
        return selfBilledInvoice;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    BigDecimal amount() {
        return amount;
    }
}
