package org.pipewright.platform.taxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;

/** The tax codes a tenant begins with, by its country and in its language (S-TAX-01). */
@ApplicationScoped
class TaxDefaults implements TenantHook {

    private static final int STEP = 10;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Wording wording;

    @Inject
    Sql sql;

    @Inject
    CallerBinding caller;

    @Override
    public void setUp(Locale language) {
        String country = sql.first(
                        "select country from platform.tenant where id = ?", row -> row.getString(1), caller.tenantId())
                .orElseThrow();
        CountryRates.of(country).ifPresent(rates -> {
            taxed(language, "standard", 1, country, rates, rates.standard());
            rates.reduced().ifPresent(rate -> taxed(language, "reduced", 2, country, rates, rate));
        });
        int place = 2;
        for (TaxCategory category :
                List.of(TaxCategory.AE, TaxCategory.K, TaxCategory.G, TaxCategory.E, TaxCategory.O)) {
            place++;
            records.create(new TaxCode(
                    wording.text(language, "core.tax-code.category." + category),
                    place * STEP,
                    category,
                    country,
                    category == TaxCategory.E ? null : wording.text(language, "core.tax-code.exemption." + category)));
        }
    }

    private void taxed(Locale language, String key, int place, String country, CountryRates rates, BigDecimal rate) {
        String name = wording.text(language, "core.tax-code.preset." + key) + " " + rate.toPlainString() + " %";
        TaxCode code = records.create(new TaxCode(name, place * STEP, TaxCategory.S, country, null));
        parts.add(List.of(new TaxRate(code.id(), rates.validFrom(), rate)));
    }
}
