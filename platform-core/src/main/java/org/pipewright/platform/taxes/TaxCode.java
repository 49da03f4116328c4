package org.pipewright.platform.taxes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.taxes.TaxCategory;

/** How supplies of a sort are taxed (S-TAX-01); the rate is that of the day of delivery. */
@Entity
@Table(schema = "core", name = "tax_code")
@RecordType(
        name = TaxCode.NAME,
        path = "tax-codes",
        title = "name",
        columns = {"name", "category", "country", "exemption", "reportingKey", "active", "position"},
        sort = "position",
        menu = "settings",
        order = 130,
        icon = "percent")
public class TaxCode extends CatalogueEntry {

    static final String NAME = "core.tax-code";

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private TaxCategory category;

    /** Whose tax it is. */
    @Field(format = Field.Format.COUNTRY)
    private String country;

    /** What documents say about why no tax is charged, BT-120. */
    @Field(max = 400)
    private String exemption;

    /** Under what the tax authority asks for it. */
    @Field(max = 60, searchable = true)
    private String reportingKey;

    /** On which accounting posts what is earned (S-INV-15). */
    @Field(max = 20)
    private String revenueAccount;

    /** On which accounting posts the tax itself. */
    @Field(max = 20)
    private String taxAccount;

    protected TaxCode() {}

    TaxCode(String name, int position, TaxCategory category, String country, String exemption) {
        super(name, position);
        this.category = category;
        this.country = country;
        this.exemption = exemption;
    }

    TaxCategory category() {
        return category;
    }

    Optional<String> exemption() {
        return Optional.ofNullable(exemption);
    }
}
