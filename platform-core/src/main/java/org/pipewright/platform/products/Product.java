package org.pipewright.platform.products;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.documents.Recurrence;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.units.Unit;

/** Something the tenant sells (S-PROD-01). */
@Entity
@Table(schema = "core", name = "product")
@RecordType(
        name = Product.NAME,
        path = "products",
        title = "name",
        columns = {"name", "code", "type", "category", "price", "recurrence", "active"},
        sort = "name",
        menu = "customers",
        order = 30,
        icon = "package")
public class Product extends CrmRecord {

    public static final String NAME = "core.product";

    /** Criteria of the products that are sold today; the others stay where they are (S-PROD-01). */
    public static final String OFFERED = "active==true";

    @Field(required = true, searchable = true)
    private String name;

    @Field(max = 60, searchable = true)
    private String code;

    @Field
    private String category;

    @Field
    @Enumerated(EnumType.STRING)
    private ProductType type = ProductType.GOODS;

    /** In what it is counted or measured. */
    @Field(references = Unit.NAME)
    @Column(name = "unit_id")
    private UUID unit;

    @Field(from = 0)
    @Embedded
    private Money price;

    /** What one of it costs the tenant. */
    @Field(from = 0, capability = "core.costs")
    @Embedded
    private Money cost;

    /** How often the price is due; once if empty (S-PROD-07). */
    @Field
    @Enumerated(EnumType.STRING)
    private Recurrence recurrence;

    /** What it costs if it consists of other products (S-PROD-08). */
    @Field
    @Enumerated(EnumType.STRING)
    private BundlePrice bundlePrice;

    /** By which rules of tax look at it (S-TAX-02). */
    @Field(references = TaxClass.NAME)
    @Column(name = "tax_class_id")
    private UUID taxClass;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String description;

    @Field
    private boolean active = true;

    protected Product() {}

    public String name() {
        return name;
    }
}
