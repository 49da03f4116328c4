package org.pipewright.sales.lines;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.opportunities.Opportunity;

/** A product, how much of it, and for how much (S-OPP-22). */
@Entity
@Table(schema = "sales", name = "opportunity_line")
@RecordType(
        name = OpportunityLine.NAME,
        path = "opportunity-lines",
        title = "description",
        feature = Opportunity.FEATURE,
        partOf = "opportunity",
        columns = {"description", "product", "quantity", "unitPrice", "discount", "net"},
        sort = "-createdAt",
        icon = "package")
public class OpportunityLine extends PartRecord {

    static final String NAME = "sales.opportunity-line";

    private static final String PRICE = "price";

    @Field(max = 400, searchable = true)
    private String description;

    @Field(required = true, references = Opportunity.NAME)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    @Field(references = "core.product", offered = "active==true")
    @Column(name = "product_id")
    private UUID product;

    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal quantity;

    @Field
    @Embedded
    private Money unitPrice;

    @Field(from = 0, to = 100)
    private BigDecimal discount;

    @Field(readOnly = true)
    @Embedded
    private Money net;

    protected OpportunityLine() {}

    /** One of it, unless told otherwise; called and priced like its product. */
    void fillGaps(Optional<String> productName, Optional<Money> productPrice) {
        quantity = quantity == null ? BigDecimal.ONE : quantity;
        description = description == null ? productName.orElse(null) : description;
        unitPrice = unitPrice().or(() -> productPrice).orElse(null);
    }

    /** Quantity by price less discount, rounded once to what the currency has (S-TAX-04). */
    void settle() {
        net = unitPrice().map(this::netOf).orElse(null);
    }

    private Money netOf(Money price) {
        BigDecimal share = BigDecimal.ONE.subtract((discount == null ? BigDecimal.ZERO : discount).movePointLeft(2));
        return Money.rounded(price.amount().multiply(quantity).multiply(share), price.currency());
    }

    /** Is priced in another currency from now on (S-CUR-07). */
    public void exchange(UnaryOperator<Money> into) {
        unitPrice = unitPrice().map(into).orElse(null);
    }

    public UUID opportunity() {
        return opportunity;
    }

    public Optional<UUID> product() {
        return Optional.ofNullable(product);
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public Optional<Money> unitPrice() {
        return Optional.ofNullable(unitPrice).filter(money -> money.amount() != null);
    }

    /** What a product, as REST shows it, costs. */
    static Optional<Money> priceOf(JsonObject product) {
        return product.get(PRICE) instanceof JsonObject price
                ? Optional.of(Money.of(new BigDecimal(price.getString("amount")), price.getString("currency")))
                : Optional.empty();
    }

    /** Its price, unless that is just the one of its product. */
    public Optional<Money> typedPrice(Optional<JsonObject> ofProduct) {
        Optional<Money> usual = ofProduct.flatMap(OpportunityLine::priceOf);
        return unitPrice()
                .filter(price -> usual.filter(each -> each.currency().equals(price.currency())
                                && each.amount().compareTo(price.amount()) == 0)
                        .isEmpty());
    }

    public BigDecimal quantity() {
        return quantity;
    }

    /** In percent. */
    public Optional<BigDecimal> discount() {
        return Optional.ofNullable(discount);
    }

    Optional<Money> net() {
        return Optional.ofNullable(net).filter(money -> money.amount() != null);
    }
}
