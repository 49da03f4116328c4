package org.pipewright.sales.quotes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** A line that quotes made of a template begin with. What it leaves open is filled like in any other line. */
@Entity
@Table(schema = "sales", name = "quote_template_line")
@RecordType(
        name = QuoteTemplateLine.NAME,
        path = "quote-template-lines",
        title = "description",
        feature = Quote.FEATURE,
        partOf = "template",
        essential = true,
        columns = {"description", "product", "quantity", "unitPrice", "discount", "optional"},
        sort = "-createdAt",
        icon = "package")
class QuoteTemplateLine extends PartRecord {

    static final String NAME = "sales.quote-template-line";

    @Field(required = true, references = QuoteTemplate.NAME)
    @Column(name = "template_id")
    private UUID template;

    @Field(max = 400, searchable = true)
    private String description;

    @Field(references = "core.product", offered = "active==true")
    @Column(name = "product_id")
    private UUID product;

    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal quantity;

    /** In the currency of the template; that of the product if empty. */
    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal unitPrice;

    @Field(from = 0, to = 100)
    private BigDecimal discount;

    @Field
    private boolean optional;

    protected QuoteTemplateLine() {}

    boolean saysNothing() {
        return description == null && product == null;
    }

    boolean lacksPrice() {
        return unitPrice == null && product == null;
    }

    String description() {
        return description;
    }

    UUID product() {
        return product;
    }

    BigDecimal quantity() {
        return quantity;
    }

    Optional<BigDecimal> unitPrice() {
        return Optional.ofNullable(unitPrice);
    }

    BigDecimal discount() {
        return discount;
    }

    boolean isOptional() {
        return optional;
    }
}
