package org.pipewright.sales.quotes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.documents.Bundles;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.demand.DemandLine;
import org.pipewright.sales.lines.OpportunityLine;

/** A line of a quote. */
@Entity
@Table(schema = "sales", name = "quote_line")
@RecordType(
        name = QuoteLine.NAME,
        path = "quote-lines",
        title = "description",
        feature = Quote.FEATURE,
        partOf = "quote",
        essential = true,
        columns = {
            "description",
            "product",
            "quantity",
            "unit",
            "unitPrice",
            "discount",
            "taxCode",
            "optional",
            "quantityFrom",
            "quantityTo",
            "recurrence",
            "unitCost",
            "margin",
            "amount",
            "demandLine"
        },
        sort = "-createdAt",
        icon = "package")
public class QuoteLine extends DocumentLine {

    static final String NAME = "sales.quote-line";

    /** Characters of a description; what the customer asked for may be told in more words. */
    private static final int LONGEST = 400;

    @Field(required = true, references = Quote.NAME)
    @Column(name = "quote_id")
    private UUID quote;

    /** What the customer asked for that it answers (S-DEM-09). */
    @Field(references = DemandLine.NAME, feature = DemandLine.FEATURE)
    @Column(name = "demand_line_id")
    private UUID demandLine;

    /** Least of it that the customer may choose; the quantity if empty (S-QUO-09). */
    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal quantityFrom;

    /** Most of it that the customer may choose; the quantity if empty. */
    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal quantityTo;

    /** Whether the customer takes what is optional. */
    @Field(readOnly = true)
    private boolean chosen;

    /** How much of it the customer chose; the quantity if empty. */
    @Field(readOnly = true)
    private BigDecimal chosenQuantity;

    /** What one of it costs, in the currency of the quote (S-QUO-20). */
    @Field(from = 0, to = 1_000_000_000, capability = Quote.COSTS)
    private BigDecimal unitCost;

    /** What remains of the price without tax, in percent of it. */
    @Field(readOnly = true, decimals = 2, capability = Quote.COSTS)
    private BigDecimal margin;

    @Transient
    private boolean renewed;

    /** What one of it may cost where no list and no product says so. */
    @Transient
    private BigDecimal expected;

    protected QuoteLine() {}

    /** What a deal's line says, at that price. */
    QuoteLine(UUID quote, OpportunityLine line, Optional<BigDecimal> price) {
        super(
                line.description().orElse(null),
                line.product().orElse(null),
                line.quantity(),
                price.orElse(null),
                line.discount().orElse(null));
        this.quote = quote;
        standAt(line.position());
    }

    /** What was asked for: called like its product, else in the customer's words, for what he expects unless a list says it. */
    QuoteLine(UUID quote, DemandLine asked, BigDecimal expected) {
        super(
                asked.product().isPresent() ? null : shortened(asked.description()),
                asked.product().orElse(null),
                asked.quantity().filter(quantity -> quantity.signum() > 0).orElse(null),
                null,
                null);
        this.quote = quote;
        this.expected = expected;
        demandLine = asked.id();
        standAt(asked.position());
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    /** What a template's line says, at that price. */
    QuoteLine(UUID quote, QuoteTemplateLine line, Optional<BigDecimal> price) {
        super(line.description(), line.product(), line.quantity(), price.orElse(null), line.discount());
        this.quote = quote;
        offer(line.isOptional());
        standAt(line.position());
    }

    /** Part of a bundle that is on the quote: in its price, or offered besides (S-PROD-08). */
    QuoteLine(QuoteLine bundle, Bundles.Item item) {
        super(
                null,
                item.product(),
                bundle.quantity().multiply(item.quantity()),
                item.optional() ? null : BigDecimal.ZERO,
                null);
        this.quote = bundle.quote;
        offer(item.optional());
        standAt(bundle.position());
    }

    /** At a later place, behind that many others. */
    QuoteLine after(int others) {
        standAt(position() + others);
        return this;
    }

    /** Made like another one, with whose parts it comes if it is a bundle. */
    @Override
    public void renew() {
        renewed = true;
    }

    boolean isRenewed() {
        return renewed;
    }

    /** Costs what the customer expects if nothing else says a price. */
    void expect() {
        if (expected != null && unitPrice().isEmpty()) {
            reprice(quantity(), expected, false);
        }
    }

    public Optional<UUID> demandLine() {
        return Optional.ofNullable(demandLine);
    }

    /** Answers nothing that was asked for any more. */
    public void forgetDemand() {
        demandLine = null;
    }

    @Override
    public UUID document() {
        return quote;
    }

    /** What is optional counts as soon as it is chosen (S-PROD-08). */
    @Override
    public boolean isCounted() {
        return !isOptional() || chosen;
    }

    @Override
    protected BigDecimal countedQuantity() {
        return chosenQuantity().orElse(quantity());
    }

    /** How much of it is offered, or was chosen instead. */
    public BigDecimal taken() {
        return countedQuantity();
    }

    /** Whether the customer may choose how much. */
    boolean hasLimits() {
        return least().compareTo(most()) < 0;
    }

    /** Whether the offered quantity lies between the limits. */
    boolean fitsLimits() {
        return quantity() == null
                || least().compareTo(quantity()) <= 0 && quantity().compareTo(most()) <= 0;
    }

    BigDecimal least() {
        return quantityFrom == null ? quantity() : quantityFrom;
    }

    BigDecimal most() {
        return quantityTo == null ? quantity() : quantityTo;
    }

    /** Is taken or left by the customer, and in that quantity (S-QUO-09). */
    void choose(boolean taken, Optional<BigDecimal> quantity) {
        chosen = isOptional() && taken;
        chosenQuantity = quantity.filter(wanted -> hasLimits() && wanted.compareTo(quantity()) != 0)
                .orElse(null);
    }

    /** What that much of it costs. */
    Optional<BigDecimal> cost() {
        return Optional.ofNullable(unitCost).map(each -> each.multiply(countedQuantity()));
    }

    /** Costs that, unless somebody says otherwise. */
    void cost(Optional<BigDecimal> each) {
        unitCost = each.orElse(null);
    }

    @Override
    protected void exchange(UnaryOperator<BigDecimal> into) {
        super.exchange(into);
        unitCost = unitCost == null ? null : into.apply(unitCost);
    }

    boolean hasCost() {
        return unitCost != null;
    }

    /** Keeps what remains of a price without tax. */
    void earn(BigDecimal price) {
        margin = new Margin(price, cost()).percent().orElse(null);
    }

    boolean isChosen() {
        return chosen;
    }

    Optional<BigDecimal> chosenQuantity() {
        return Optional.ofNullable(chosenQuantity);
    }
}
