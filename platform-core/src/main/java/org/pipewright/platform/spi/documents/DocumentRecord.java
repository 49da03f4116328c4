package org.pipewright.platform.spi.documents;

import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.taxes.TaxBreakdown;

/**
 * A record with lines that are parts of it, and the sums they come to: a quote, an order, an invoice. Its table takes
 * {@code like platform.owned_record, like platform.document} and ends with {@code platform.document_table} and {@code
 * platform.record_table}; the persistence unit names this class and {@link DocumentLine}. Bring its rules with {@link
 * DocumentRules}, {@link DocumentLineRules} and {@link DocumentTotals}.
 */
@MappedSuperclass
public abstract class DocumentRecord extends OwnedRecord {

    private static final String SUMS = "sums";

    /** Of its series; none while it is a draft (S-NUM-03). BT-1. */
    @Field(readOnly = true, max = 60, searchable = true)
    private String number;

    /** Of all its amounts, BT-5. */
    @Field(group = SUMS, format = Field.Format.CURRENCY)
    private String currency;

    @Field(group = SUMS)
    @Enumerated(EnumType.STRING)
    private PriceBasis prices;

    @Field(group = SUMS, readOnly = true)
    @Enumerated(EnumType.STRING)
    private TaxRounding taxRounding;

    /** On the sum of the lines, in percent, BT-94. */
    @Field(group = SUMS, from = 0, to = 100)
    private BigDecimal discountPercent;

    /** What is taken off after that, on the basis of the prices. */
    @Field(group = SUMS, from = 0, decimals = 3)
    private BigDecimal discountAmount;

    /** BT-106. */
    @Field(group = SUMS, readOnly = true)
    @Embedded
    private Money linesTotal;

    /** BT-107. */
    @Field(group = SUMS, readOnly = true)
    @Embedded
    private Money discountTotal;

    /** BT-109. */
    @Field(group = SUMS, readOnly = true)
    @Embedded
    private Money net;

    /** BT-110. */
    @Field(group = SUMS, readOnly = true)
    @Embedded
    private Money tax;

    /** BT-112. */
    @Field(group = SUMS, readOnly = true)
    @Embedded
    private Money total;

    /** BT-114. */
    @Field(group = SUMS, readOnly = true)
    @Embedded
    private Money rounding;

    /** BT-115 while nothing is paid. */
    @Field(group = SUMS, readOnly = true)
    @Embedded
    private Money payable;

    /** BG-23. */
    @Field(group = SUMS, readOnly = true)
    private TaxBreakdown taxes;

    @Transient
    private boolean exchanged;

    protected DocumentRecord() {}

    /** Account it is for. */
    public abstract Optional<UUID> account();

    /** Day whose rates of tax hold: of the delivery, as far as it is known (S-TAX-01). */
    public abstract Optional<LocalDate> taxDay();

    /** Fields that tell the {@link #taxDay}, while its lines may still take the rates of another one; else none. */
    public Set<String> taxDayFields() {
        return Set.of();
    }

    /** Price list that was agreed on, if any (S-PROD-02). */
    public Optional<UUID> priceList() {
        return Optional.empty();
    }

    /** Day whose prices hold; that of the tax unless told otherwise. */
    public Optional<LocalDate> priceDay() {
        return taxDay();
    }

    /** Whether nobody need choose any more how it reckons. */
    final boolean isReckoned() {
        return currency != null && prices != null && taxRounding != null;
    }

    /** Its currency, if one was chosen. */
    final Optional<String> chosenCurrency() {
        return Optional.ofNullable(currency);
    }

    /** Gives what nobody chose: the currency, what prices are, and how tax is rounded. */
    final void fillGaps(Reckoning usual) {
        currency = currency == null ? usual.currency() : currency;
        prices = prices == null ? usual.prices() : prices;
        taxRounding = taxRounding == null ? usual.rounding() : taxRounding;
    }

    /** Reckons like another document from which it is made. */
    public final void reckonLike(DocumentRecord other) {
        currency = other.currency;
        prices = other.prices;
        taxRounding = other.taxRounding;
        discountPercent = other.discountPercent;
        discountAmount = other.discountAmount;
    }

    /** Has that discount on the sum of its lines; for new documents. */
    public final void discountedBy(Discount discount) {
        discountPercent = discount.percent().signum() == 0 ? null : discount.percent();
        discountAmount = discount.amount().signum() == 0 ? null : discount.amount();
    }

    /** Is in that currency; for new documents. */
    public final void in(String code) {
        currency = code;
    }

    /** Is in that currency from now on, and so is what is taken off (S-CUR-07). */
    final void exchange(String code, UnaryOperator<Money> into) {
        if (discountAmount != null) {
            discountAmount = into.apply(Money.of(discountAmount, currency)).amount();
        }
        currency = code;
        exchanged = true;
    }

    /** Whether somebody just said what becomes of its numbers. */
    final boolean isExchanged() {
        return exchanged;
    }

    /** Takes its number, once. */
    public final void numbered(String taken) {
        if (number != null) {
            throw new IllegalStateException("Is already number " + number);
        }
        number = taken;
    }

    /** How its sums are reckoned. */
    public final Reckoning reckoning() {
        return new Reckoning(currency, prices, taxRounding);
    }

    /** What is taken off the sum of its lines. */
    public final Discount discount() {
        return Discount.of(Optional.ofNullable(discountPercent), Optional.ofNullable(discountAmount));
    }

    /** What these lines come to with its discount. */
    public final DocumentSums sums(List<? extends DocumentLine> lines) {
        return reckoning().sums(lines.stream().map(DocumentLine::item).toList(), discount());
    }

    /** Keeps what these, all its lines, come to. */
    public final void settle(List<? extends DocumentLine> lines) {
        DocumentSums sums = sums(lines);
        linesTotal = money(sums.lines());
        discountTotal = money(sums.discount());
        net = money(sums.net());
        tax = money(sums.tax());
        total = money(sums.total());
        rounding = money(sums.rounding());
        payable = money(sums.payable());
        taxes = sums.taxes();
        settled(lines);
    }

    /** Called when it keeps what these, all its lines, come to: for what a type reckons besides. */
    protected void settled(List<? extends DocumentLine> lines) {}

    private Money money(BigDecimal amount) {
        return Money.of(amount, currency);
    }

    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    public String currency() {
        return currency;
    }

    public Money linesTotal() {
        return linesTotal;
    }

    public Money discountTotal() {
        return discountTotal;
    }

    public Money net() {
        return net;
    }

    public Money tax() {
        return tax;
    }

    public Money total() {
        return total;
    }

    public Money rounding() {
        return rounding;
    }

    public Money payable() {
        return payable;
    }

    public TaxBreakdown taxes() {
        return taxes;
    }
}
