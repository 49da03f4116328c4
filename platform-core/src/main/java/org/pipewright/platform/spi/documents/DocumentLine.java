package org.pipewright.platform.spi.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRules;

/**
 * A line of a {@link DocumentRecord}: a product or free text, how much of it, and for how much. Its table takes {@code
 * like platform.record, like platform.document_line} and ends with {@code platform.document_line_table} and {@code
 * platform.record_table}.
 */
@MappedSuperclass
public abstract class DocumentLine extends PartRecord {

    /** BT-153. */
    @Field(max = 400, searchable = true)
    private String description;

    /** BT-154. */
    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String details;

    @Field(references = "core.product", offered = "active==true")
    @Column(name = "product_id")
    private UUID product;

    /** BT-129; less than zero for what is given back. */
    @Field(from = -1_000_000_000, to = 1_000_000_000)
    private BigDecimal quantity;

    /** BT-130. */
    @Field(references = "core.unit")
    @Column(name = "unit_id")
    private UUID unit;

    /** Of one unit, in the currency and on the basis of the document; BT-146 where prices are net. */
    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal unitPrice;

    /** In percent, BT-138. */
    @Field(from = 0, to = 100)
    private BigDecimal discount;

    /** Where the price came from, empty if somebody typed it (S-PROD-05). */
    @Field(readOnly = true, max = 400, explains = "unitPrice")
    private String priceSource;

    /** How often the price is due; once if empty (S-PROD-07). */
    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private Recurrence recurrence;

    @Field(references = "core.tax-code")
    @Column(name = "tax_code_id")
    private UUID taxCode;

    /** By which rule the tax code was chosen (S-TAX-02). */
    @Field(readOnly = true, max = 400, explains = "taxCode")
    private String taxRule;

    /** BT-151. */
    @Field
    @Enumerated(EnumType.STRING)
    private TaxCategory taxCategory;

    /** In percent, BT-152. */
    @Field(from = 0, to = 100)
    private BigDecimal taxRate;

    /** Why no tax is charged, BT-120. */
    @Field(max = 400)
    private String exemption;

    /** Whether the customer may do without it: it is offered, and not in the sums. */
    @Field
    private boolean optional;

    /** Quantity by price less discount, on the basis of the document. */
    @Field(readOnly = true)
    @Embedded
    private Money amount;

    protected DocumentLine() {}

    /** A line that says this; what is null is filled like in any other. */
    protected DocumentLine(
            String description, UUID product, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount) {
        this.description = description;
        this.product = product;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        this.discount = discount;
    }

    /** Is left to the customer, or not. */
    protected final void offer(boolean asOptional) {
        optional = asOptional;
    }

    /** Id of its document. */
    public abstract UUID document();

    /** Whether it belongs to the sums of its document. */
    protected boolean isCounted() {
        return !optional;
    }

    /** How much of it belongs to the sums; less or more than is offered where somebody may choose. */
    protected BigDecimal countedQuantity() {
        return quantity;
    }

    /**
     * Takes over what another document's line says and as much of it as counts there; the document it belongs to is told by
     * the subclass.
     */
    protected final void copy(DocumentLine other) {
        description = other.description;
        details = other.details;
        product = other.product;
        quantity = other.countedQuantity();
        unit = other.unit;
        unitPrice = other.unitPrice;
        discount = other.discount;
        priceSource = other.priceSource;
        recurrence = other.recurrence;
        taxCode = other.taxCode;
        taxRule = other.taxRule;
        taxCategory = other.taxCategory;
        taxRate = other.taxRate;
        exemption = other.exemption;
        optional = !other.isCounted();
        standAt(other.position());
    }

    /** Takes over what another document's line says, for another quantity. */
    protected final void copy(DocumentLine other, BigDecimal ofIt) {
        copy(other);
        quantity = ofIt;
    }

    /**
     * Is so much at that price, whatever was agreed on for another quantity or time; for new lines.
     *
     * @param discounted whether its discount is still to be taken off
     */
    protected final void reprice(BigDecimal ofIt, BigDecimal price, boolean discounted) {
        quantity = ofIt;
        unitPrice = price;
        discount = discounted ? discount : null;
        priceSource = null;
    }

    /** What the line gives for the arithmetic. */
    public final DocumentItem item() {
        return new DocumentItem(number(countedQuantity()), number(unitPrice), number(discount), tax(), isCounted());
    }

    /** Its tax; none of any is out of scope. */
    public final Tax tax() {
        return new Tax(
                taxCategory == null ? TaxCategory.O : taxCategory, number(taxRate), Optional.ofNullable(exemption));
    }

    /** Whether the category asks for a reason of the exemption and the line has none (S-TAX-06). */
    public final boolean lacksExemption() {
        return tax().category().needsReason() && exemption == null;
    }

    /** Gives what nobody entered: one of it, called and measured like its product. */
    final void fillGaps(Optional<String> name, Optional<UUID> itsUnit) {
        quantity = quantity == null ? BigDecimal.ONE : quantity;
        description = description == null ? name.orElse(null) : description;
        unit = unit == null ? itsUnit.orElse(null) : unit;
    }

    /** Is due as often as its product is. */
    final void recurs(Optional<Recurrence> often) {
        recurrence = often.orElse(null);
    }

    /** Takes the price of a list, unless there is one that somebody typed; tells where the price is from. */
    final void priced(Optional<ListedPrice> listed, boolean typed) {
        if (!typed) {
            unitPrice = listed.map(ListedPrice::price).orElse(unitPrice);
        }
        priceSource = listed.filter(price -> unitPrice != null && price.price().compareTo(unitPrice) == 0)
                .map(ListedPrice::source)
                .orElse(null);
    }

    /** Costs that in another currency: no list said so (S-CUR-07). */
    protected void exchange(UnaryOperator<BigDecimal> into) {
        unitPrice = unitPrice == null ? null : into.apply(unitPrice);
        priceSource = null;
    }

    /** Whether its price is from a list. */
    final boolean isListed() {
        return priceSource != null;
    }

    /** Whether nobody said how it is taxed. */
    final boolean lacksTax() {
        return taxCode == null && taxCategory == null && taxRate == null;
    }

    /** Whether nobody said so but by a code. */
    final boolean lacksRate() {
        return taxCategory == null && taxRate == null;
    }

    /** Is taxed by a code that nobody typed. */
    final void taxedBy(TaxRules.Choice choice) {
        taxCode = choice.code();
        taxRule = choice.rule().orElse(null);
    }

    /** Tells by which rule it has its code, if that is the one rules would choose. */
    final void explainTax(Optional<TaxRules.Choice> choice) {
        taxRule = choice.filter(chosen -> chosen.code().equals(taxCode))
                .flatMap(TaxRules.Choice::rule)
                .orElse(null);
    }

    /** Whether a rule chose its tax code. */
    final boolean isTaxedByRule() {
        return taxRule != null;
    }

    /** Is taxed like that. */
    protected final void taxed(Tax tax) {
        taxCategory = tax.category();
        taxRate = tax.rate();
        exemption = tax.exemption().orElse(null);
    }

    /** Gives what nobody entered of its tax. */
    final void fillTax() {
        taxRate = taxRate == null ? BigDecimal.ZERO : taxRate;
        taxCategory = taxCategory == null ? usualCategory() : taxCategory;
    }

    private TaxCategory usualCategory() {
        return taxRate.signum() > 0 ? TaxCategory.S : TaxCategory.O;
    }

    /** Keeps what it comes to, reckoned like its document. */
    final void settle(Reckoning reckoning) {
        amount = Money.of(reckoning.amountOf(item()), reckoning.currency());
    }

    private static BigDecimal number(BigDecimal given) {
        return given == null ? BigDecimal.ZERO : given;
    }

    public Optional<UUID> taxCode() {
        return Optional.ofNullable(taxCode);
    }

    public Optional<UUID> product() {
        return Optional.ofNullable(product);
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public Optional<String> details() {
        return Optional.ofNullable(details);
    }

    public BigDecimal quantity() {
        return quantity;
    }

    /** In what its quantity is; none if what it is about is simply counted. */
    public Optional<UUID> unit() {
        return Optional.ofNullable(unit);
    }

    public Optional<BigDecimal> unitPrice() {
        return Optional.ofNullable(unitPrice);
    }

    public Optional<BigDecimal> discount() {
        return Optional.ofNullable(discount);
    }

    /** What is taken off, in percent; empty where that is nothing. */
    public Optional<BigDecimal> takenOff() {
        return discount().filter(off -> off.signum() != 0);
    }

    public Optional<Recurrence> recurrence() {
        return Optional.ofNullable(recurrence);
    }

    public boolean isOptional() {
        return optional;
    }

    public Money amount() {
        return amount;
    }
}
