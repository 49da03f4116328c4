package org.pipewright.platform.prices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** How a list changes prices that it does not say itself (S-PROD-03). The first one that fits counts. */
@Entity
@Table(schema = "core", name = "price_adjustment")
@RecordType(
        name = PriceAdjustment.NAME,
        path = "price-adjustments",
        title = "name",
        partOf = "list",
        columns = {"name", "category", "fromQuantity", "percent", "amount", "ending"},
        sort = "-createdAt",
        icon = "percent")
class PriceAdjustment extends PartRecord {

    static final String NAME = "core.price-adjustment";

    private static final int PERCENT = 2;

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(required = true, references = PriceList.NAME)
    @Column(name = "list_id")
    private UUID list;

    /** Of the products it is for; all if empty. */
    @Field
    private String category;

    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal fromQuantity;

    /** What is added to the price, in percent of it; less than zero takes away. */
    @Field(from = -100, to = 1000)
    private BigDecimal percent;

    /** What is added after that, in the currency of the list. */
    @Field(from = -1_000_000_000, to = 1_000_000_000)
    private BigDecimal amount;

    @Field
    @Enumerated(EnumType.STRING)
    private PriceEnding ending = PriceEnding.EXACT;

    protected PriceAdjustment() {}

    PriceAdjustment(String category, BigDecimal percent, BigDecimal amount, PriceEnding ending) {
        this.category = category;
        this.percent = percent;
        this.amount = amount;
        this.ending = ending;
    }

    void fillGaps() {
        ending = ending == null ? PriceEnding.EXACT : ending;
    }

    boolean changesNothing() {
        return percent == null && amount == null && ending == PriceEnding.EXACT;
    }

    boolean fits(String productCategory, BigDecimal quantity) {
        return (category == null || category.equalsIgnoreCase(productCategory))
                && (fromQuantity == null || fromQuantity.compareTo(quantity) <= 0);
    }

    /** The price it makes of another one, never below nothing. */
    BigDecimal applied(BigDecimal price, int decimals) {
        BigDecimal share = percent == null ? BigDecimal.ZERO : percent.movePointLeft(PERCENT);
        BigDecimal exact = price.add(price.multiply(share)).add(amount == null ? BigDecimal.ZERO : amount);
        return ending.nearest(exact.max(BigDecimal.ZERO), decimals);
    }

    String name() {
        return name;
    }
}
