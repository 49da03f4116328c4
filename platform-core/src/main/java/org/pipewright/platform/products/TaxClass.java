package org.pipewright.platform.products;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.RecordType;

/** Products that are taxed alike (S-PROD-01). */
@Entity
@Table(schema = "core", name = "tax_class")
@RecordType(
        name = TaxClass.NAME,
        path = "tax-classes",
        title = "name",
        columns = {"name", "active", "position"},
        sort = "position",
        menu = "settings",
        order = 132,
        icon = "percent")
public class TaxClass extends CatalogueEntry {

    public static final String NAME = "core.tax-class";

    protected TaxClass() {}

    /** A class at a place of its own. */
    public TaxClass(String name, int position) {
        super(name, position);
    }
}
