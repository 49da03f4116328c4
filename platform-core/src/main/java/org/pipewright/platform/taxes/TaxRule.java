package org.pipewright.platform.taxes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.products.ProductType;
import org.pipewright.platform.products.TaxClass;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Which tax code lines get for which nobody chose one (S-TAX-02). The first active rule that fits counts. */
@Entity
@Table(schema = "core", name = "tax_rule")
@RecordType(
        name = TaxRule.NAME,
        path = "tax-rules",
        title = "name",
        columns = {"name", "place", "country", "taxNumber", "productType", "taxClass", "taxCode", "active", "position"},
        sort = "position",
        menu = "settings",
        order = 134,
        icon = "percent")
class TaxRule extends CatalogueEntry {

    static final String NAME = "core.tax-rule";

    /** Where the customer is, as seen from the tenant. */
    @Field
    @Enumerated(EnumType.STRING)
    private CustomerPlace place;

    @Field(format = Field.Format.COUNTRY)
    private String country;

    /** Whether the customer has a tax number with nothing against it. */
    @Field
    @Enumerated(EnumType.STRING)
    private NumberGiven taxNumber;

    @Field
    @Enumerated(EnumType.STRING)
    private ProductType productType;

    @Field(references = TaxClass.NAME)
    @Column(name = "tax_class_id")
    private UUID taxClass;

    @Field(required = true, references = TaxCode.NAME)
    @Column(name = "tax_code_id")
    private UUID taxCode;

    protected TaxRule() {}

    TaxRule(String name, int position, UUID taxCode) {
        super(name, position);
        this.taxCode = taxCode;
    }

    /** Is for customers there, with a tax number or whatever they have. */
    TaxRule of(CustomerPlace where, NumberGiven number) {
        place = where;
        taxNumber = number;
        return this;
    }

    TaxRule of(ProductType type) {
        productType = type;
        return this;
    }

    TaxRule of(TaxClass products) {
        taxClass = products.id();
        return this;
    }

    boolean fits(Customer customer, Supply supply) {
        return (place == null || place == customer.place())
                && (country == null || country.equals(customer.country()))
                && (taxNumber == null || taxNumber == customer.number())
                && (productType == null || productType == supply.type())
                && (taxClass == null || taxClass.equals(supply.taxClass()));
    }

    UUID taxCode() {
        return taxCode;
    }
}
