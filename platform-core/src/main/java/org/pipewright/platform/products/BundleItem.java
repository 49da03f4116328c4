package org.pipewright.platform.products;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** Something of which a product consists that is sold as a bundle (S-PROD-08). */
@Entity
@Table(schema = "core", name = "bundle_item")
@RecordType(
        name = BundleItem.NAME,
        path = "bundle-items",
        title = "name",
        partOf = "bundle",
        columns = {"product", "quantity", "optional"},
        sort = "-createdAt",
        icon = "package")
class BundleItem extends PartRecord {

    static final String NAME = "core.bundle-item";

    @Field(required = true, references = Product.NAME)
    @Column(name = "bundle_id")
    private UUID bundle;

    @Field(required = true, references = Product.NAME, offered = Product.OFFERED)
    @Column(name = "product_id")
    private UUID product;

    /** Of it in one bundle; one unless told otherwise. */
    @Field(from = 0.0001, to = 1_000_000)
    private BigDecimal quantity;

    /** Whether it is offered besides, at a price of its own. */
    @Field
    private boolean optional;

    /** What it is called there; like the product unless told otherwise. */
    @Field
    private String name;

    protected BundleItem() {}

    void fillGaps(String itsName) {
        quantity = quantity == null ? BigDecimal.ONE : quantity;
        name = name == null ? itsName : name;
    }

    UUID bundle() {
        return bundle;
    }

    UUID product() {
        return product;
    }
}
