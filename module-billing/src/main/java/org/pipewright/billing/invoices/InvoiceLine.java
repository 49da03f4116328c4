package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.Reckoning;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.taxes.Tax;

/** A line of an invoice (BG-25). */
@Entity
@Table(schema = "billing", name = "invoice_line")
@RecordType(
        name = "billing.invoice-line",
        path = "invoice-lines",
        title = "description",
        feature = "billing.invoices",
        columns = {"description", "quantity", "unit", "unitPrice", "discount", "taxCategory", "taxRate", "amount"},
        partOf = "invoice",
        essential = true)
class InvoiceLine extends DocumentLine {

    /** Digits after the point that prices have. */
    private static final int DECIMALS = 4;

    @Field(required = true, references = "billing.invoice")
    @Column(name = "invoice_id")
    private UUID invoice;

    /** Line of an order of which this is a part. */
    @Column(name = "order_line_id")
    private UUID orderLine;

    /** Whether it asks for something of an order beforehand, or takes that off again. */
    private boolean advance;

    protected InvoiceLine() {}

    /** So much of a line of an order. */
    InvoiceLine(UUID invoice, DocumentLine ordered, BigDecimal quantity, int position) {
        this.invoice = invoice;
        this.orderLine = ordered.id();
        copy(ordered, quantity);
        standAt(position);
    }

    /** An amount of an order as a whole; one below zero is taken off. */
    InvoiceLine(UUID invoice, String words, Tax tax, BigDecimal amount, int position) {
        super(words, null, BigDecimal.valueOf(amount.signum()), amount.abs(), null);
        this.invoice = invoice;
        this.advance = true;
        taxed(tax);
        standAt(position);
    }

    /** What was agreed on for a period. */
    InvoiceLine(UUID invoice, DocumentLine agreed, Tax tax, int position) {
        this.invoice = invoice;
        copy(agreed);
        taxed(tax);
        standAt(position);
    }

    /** The same on the credit note for its invoice. */
    InvoiceLine(UUID creditNote, InvoiceLine credited) {
        this.invoice = creditNote;
        this.orderLine = credited.orderLine;
        this.advance = credited.advance;
        copy(credited, credited.quantity());
        standAt(credited.position());
    }

    /**
     * Costs that part of what it does, to the cent. The price of one is smaller then; where that cannot be written with
     * the digits of a price, the part is one thing at the price of all.
     */
    void prorate(BigDecimal share, Reckoning reckoning) {
        BigDecimal exact = Money.rounded(reckoning.amountOf(item()).multiply(share), reckoning.currency())
                .amount();
        reprice(
                quantity(),
                unitPrice().orElse(BigDecimal.ZERO).multiply(share).setScale(DECIMALS, RoundingMode.HALF_UP),
                true);
        if (reckoning.amountOf(item()).compareTo(exact) != 0) {
            reprice(BigDecimal.valueOf(exact.signum()), exact.abs(), false);
        }
    }

    Optional<UUID> orderLine() {
        return Optional.ofNullable(orderLine);
    }

    boolean isAdvance() {
        return advance;
    }

    @Override
    public UUID document() {
        return invoice;
    }

    /** Nothing on an invoice is left to the customer. */
    @Override
    protected boolean isCounted() {
        return true;
    }
}
