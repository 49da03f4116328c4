package org.pipewright.platform.taxes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** The rate of a tax code from a day on, until a later one follows (S-TAX-01). */
@Entity
@Table(schema = "core", name = "tax_rate")
@RecordType(
        name = "core.tax-rate",
        path = "tax-rates",
        title = "note",
        partOf = "code",
        columns = {"validFrom", "rate", "note"},
        sort = "validFrom",
        icon = "percent")
public class TaxRate extends PartRecord {

    @Field(required = true)
    private LocalDate validFrom;

    @Field(required = true, references = TaxCode.NAME)
    @Column(name = "code_id")
    private UUID code;

    /** In percent. */
    @Field(required = true, from = 0, to = 100)
    private BigDecimal rate;

    /** Such as the law it comes from. */
    @Field(searchable = true)
    private String note;

    protected TaxRate() {}

    TaxRate(UUID code, LocalDate validFrom, BigDecimal rate) {
        this.code = code;
        this.validFrom = validFrom;
        this.rate = rate;
        standAt(1);
    }

    UUID code() {
        return code;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    BigDecimal rate() {
        return rate;
    }
}
