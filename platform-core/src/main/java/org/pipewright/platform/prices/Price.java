package org.pipewright.platform.prices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.products.Product;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** What one of a product costs by a list, from a quantity on (S-PROD-02). */
@Entity
@Table(schema = "core", name = "price")
@RecordType(
        name = Price.NAME,
        path = "prices",
        title = "name",
        columns = {"name", "fromQuantity", "unitPrice", "list", "validFrom", "validUntil"},
        sort = "name",
        menu = "customers",
        order = 34,
        icon = "package")
class Price extends CrmRecord {

    static final String NAME = "core.price";

    /** Its product and the quantity, in words. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true, references = PriceList.NAME)
    @Column(name = "list_id")
    private UUID list;

    @Field(required = true, references = Product.NAME)
    @Column(name = "product_id")
    private UUID product;

    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal fromQuantity;

    /** In the currency and on the basis of the list. */
    @Field(required = true, from = 0, to = 1_000_000_000)
    private BigDecimal unitPrice;

    @Field
    private LocalDate validFrom;

    @Field
    private LocalDate validUntil;

    /** Such as with whom it was agreed. */
    @Field(max = 400, searchable = true)
    private String note;

    protected Price() {}

    /** Holds for any quantity unless told otherwise. */
    void fillGaps() {
        fromQuantity = fromQuantity == null ? BigDecimal.ZERO : fromQuantity;
    }

    void nameLike(String productName) {
        name = fromQuantity.signum() == 0 ? productName : productName + ", " + quantity(fromQuantity);
    }

    /** Such as {@code 10+}. */
    static String quantity(BigDecimal from) {
        return from.stripTrailingZeros().toPlainString() + "+";
    }

    boolean endsBeforeItBegins() {
        return validFrom != null && validUntil != null && validUntil.isBefore(validFrom);
    }

    UUID list() {
        return list;
    }

    UUID product() {
        return product;
    }

    BigDecimal fromQuantity() {
        return fromQuantity;
    }

    LocalDate validFrom() {
        return validFrom;
    }
}
