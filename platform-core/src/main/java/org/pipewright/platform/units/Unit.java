package org.pipewright.platform.units;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Optional;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** In what something is counted or measured, such as hours. Without a code it stands on paper only (S-EINV-08). */
@Entity
@Table(schema = "core", name = "unit")
@RecordType(
        name = Unit.NAME,
        path = "units",
        title = "name",
        columns = {"name", "code", "active", "position"},
        sort = "position",
        menu = "settings",
        order = 128,
        icon = "list")
public class Unit extends CatalogueEntry {

    public static final String NAME = "core.unit";

    /** Of UN/ECE Recommendation 20 or, for packages, 21: BT-130. */
    @Field(max = 3, searchable = true)
    private String code;

    protected Unit() {}

    Unit(String name, int position, String code) {
        super(name, position);
        this.code = code;
    }

    /** Codes are in capitals, however they are typed. */
    void tidy() {
        code = code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
