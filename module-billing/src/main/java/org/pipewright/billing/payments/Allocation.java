package org.pipewright.billing.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** How much of a payment an invoice takes, or of a refund a credit note (S-PAY-02, S-PAY-06). */
@Entity
@Table(schema = "billing", name = "allocation")
@RecordType(
        name = "billing.allocation",
        path = "allocations",
        title = "note",
        feature = "billing.payments",
        columns = {"invoice", "amount", "rate", "taken", "difference", "note"},
        importable = false,
        partOf = "payment",
        essential = true)
class Allocation extends PartRecord {

    /** Digits after the point that rates have. */
    static final int DECIMALS = 9;

    @Field(required = true, references = "billing.payment")
    @Column(name = "payment_id")
    private UUID payment;

    @Field(required = true, references = "billing.invoice", offered = "status=in=(ISSUED,CREDITED,CANCELLED)")
    @Column(name = "invoice_id")
    private UUID invoice;

    /** In the currency of the payment. */
    @Field(required = true, from = 0.001)
    private BigDecimal amount;

    /** What one unit of the payment's currency is worth in the invoice's; by the rates of the day if nobody says. */
    @Field(from = 0.000_000_001, to = 9_999_999_999d, decimals = Allocation.DECIMALS)
    private BigDecimal rate;

    /** What the invoice takes, in its currency. */
    @Field(readOnly = true)
    @Embedded
    private Money taken;

    /** What came in more or less than the invoice was worth on its day, in the tenant's currency (S-PAY-04). */
    @Field(readOnly = true)
    @Embedded
    private Money difference;

    @Field(max = 140)
    private String note;

    protected Allocation() {}

    Allocation(UUID payment, int position, UUID invoice, BigDecimal amount) {
        this.payment = payment;
        this.invoice = invoice;
        this.amount = amount;
        standAt(position);
    }

    /** The invoice is in the currency of the payment. */
    void takeAsItIs(String currency) {
        rate = null;
        taken = Money.of(amount, currency);
    }

    /** The invoice is in another currency, in which it takes this. */
    void take(Money exchanged) {
        taken = exchanged;
        rate = rate == null ? exchanged.amount().divide(amount, DECIMALS, RoundingMode.HALF_UP) : rate;
    }

    void differsBy(Money gain) {
        difference = gain;
    }

    Optional<BigDecimal> rate() {
        return Optional.ofNullable(rate);
    }

    BigDecimal amount() {
        return amount;
    }

    Optional<Money> taken() {
        return Optional.ofNullable(taken);
    }

    UUID payment() {
        return payment;
    }

    UUID invoice() {
        return invoice;
    }
}
