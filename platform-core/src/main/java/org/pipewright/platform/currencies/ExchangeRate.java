package org.pipewright.platform.currencies;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/**
 * What one unit of a currency is worth in the tenant's own from a day on, until a later rate takes its place
 * (S-CUR-03). Rates come by hand, over REST or from an imported file; each says where it is from.
 */
@Entity
@Table(schema = "core", name = "exchange_rate")
@RecordType(
        name = ExchangeRate.NAME,
        path = "exchange-rates",
        title = "name",
        feature = CoreModule.CURRENCIES,
        columns = {"currency", "rate", "base", "validFrom", "source"},
        sort = "-validFrom",
        menu = "settings",
        order = 65,
        icon = "chart-line")
public class ExchangeRate extends CrmRecord {

    static final String NAME = "core.exchange-rate";

    /** Digits after the point that rates are kept with. */
    static final int DECIMALS = 9;

    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true, format = Field.Format.ANY_CURRENCY)
    private String currency;

    @Field(required = true, from = 0.000_000_001, to = 9_999_999_999d, decimals = DECIMALS)
    private BigDecimal rate;

    @Field(readOnly = true, format = Field.Format.ANY_CURRENCY)
    private String base;

    @Field(required = true)
    private LocalDate validFrom;

    @Field(max = 100, searchable = true)
    private String source;

    protected ExchangeRate() {}

    /** A rate of somebody who need not say where it is from. */
    void settle(String tenantCurrency, String byDefault) {
        base = base == null ? tenantCurrency : base;
        source = source == null ? byDefault : source;
    }

    void nameItself() {
        name = currency + " " + validFrom;
    }

    String currency() {
        return currency;
    }

    String base() {
        return base;
    }

    LocalDate validFrom() {
        return validFrom;
    }
}
