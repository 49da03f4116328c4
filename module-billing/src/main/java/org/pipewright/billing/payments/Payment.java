package org.pipewright.billing.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.payments.Payments.Receipt;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Money that came from a customer or went to one. What no invoice takes stays as the customer's credit (S-PAY-01). */
@Entity
@Table(schema = "billing", name = "payment")
@RecordType(
        name = "billing.payment",
        path = "payments",
        title = "name",
        feature = "billing.payments",
        columns = {"name", "account", "paidOn", "direction", "amount", "free", "method"},
        sort = "-paidOn",
        menu = "billing",
        order = 20,
        icon = "coins",
        importable = false,
        settledOn = "paidOn")
class Payment extends CrmRecord {

    /** Its reference, or amount and day. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field
    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Field
    private LocalDate paidOn;

    @Field(required = true, from = 0.001)
    @Embedded
    private Money amount;

    /** What no invoice has taken yet. */
    @Field(readOnly = true)
    @Embedded
    private Money free;

    @Field
    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Field(max = 140, searchable = true)
    private String reference;

    @Field(max = 140, searchable = true)
    private String payer;

    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    protected Payment() {}

    Payment(Receipt receipt) {
        account = receipt.account();
        direction = receipt.refund() ? Direction.OUT : Direction.IN;
        paidOn = receipt.day();
        amount = receipt.amount();
        method = receipt.method();
        reference = receipt.reference();
        payer = receipt.payer();
        note = receipt.note();
    }

    void fillGaps(LocalDate today) {
        direction = direction == null ? Direction.IN : direction;
        method = method == null ? PaymentMethod.TRANSFER : method;
        paidOn = paidOn == null ? today : paidOn;
    }

    /** Keeps what is left after so much of it was taken, and what it is called. */
    void reckon(BigDecimal taken) {
        free = Money.of(amount.amount().subtract(taken), amount.currency());
        name = Optional.ofNullable(reference)
                .orElse(amount.amount().stripTrailingZeros().toPlainString() + " " + amount.currency() + ", " + paidOn);
    }

    /** Whether it has that much to give. */
    boolean covers(BigDecimal taken) {
        return amount.amount().compareTo(taken) >= 0;
    }

    String name() {
        return name;
    }

    Money amount() {
        return amount;
    }

    UUID account() {
        return account;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    boolean isRefund() {
        return direction == Direction.OUT;
    }
}
