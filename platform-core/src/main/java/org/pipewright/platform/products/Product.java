package org.pipewright.platform.products;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Something the tenant sells (S-PROD-01). */
@Entity
@Table(schema = "core", name = "product")
@RecordType(
        name = "core.product",
        path = "products",
        title = "name",
        columns = {"name", "code", "category", "price", "active"},
        sort = "name",
        menu = "customers",
        order = 30,
        icon = "package")
public class Product extends CrmRecord {

    @Field(required = true, searchable = true)
    private String name;

    @Field(max = 60, searchable = true)
    private String code;

    @Field
    private String category;

    @Field(max = 20)
    private String unit;

    @Field(from = 0)
    @Embedded
    private Money price;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String description;

    @Field
    private boolean active = true;

    protected Product() {}

    public String name() {
        return name;
    }
}
