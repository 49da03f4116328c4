package org.pipewright.platform.taxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.products.ProductType;
import org.pipewright.platform.products.TaxClass;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;

/** The tax codes a tenant begins with, by its country and in its language (S-TAX-01). */
@ApplicationScoped
class TaxDefaults implements TenantHook {

    private static final int STEP = 10;
    private static final int EXPORT = 3;
    private static final int ABROAD = 4;
    private static final int REDUCED = 5;

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
        TaxClass reduced = taxClasses(language);
        List<TaxRule> rules = new ArrayList<>();
        CountryRates.of(country).ifPresent(rates -> {
            taxed(language, "standard", 1, country, rates, rates.standard());
            rates.reduced()
                    .map(rate -> taxed(language, "reduced", 2, country, rates, rate))
                    .ifPresent(code ->
                            rules.add(rule(language, "reduced", REDUCED, code).of(reduced)));
        });
        int place = 2;
        for (TaxCategory category :
                List.of(TaxCategory.AE, TaxCategory.K, TaxCategory.G, TaxCategory.E, TaxCategory.O)) {
            place++;
            TaxCode code = records.create(new TaxCode(
                    wording.text(language, "core.tax-code.category." + category),
                    place * STEP,
                    category,
                    country,
                    category == TaxCategory.E ? null : wording.text(language, "core.tax-code.exemption." + category)));
            if (CustomerPlace.isMember(country)) {
                rules.addAll(acrossBorders(language, category, code));
            }
        }
        rules.forEach(records::create);
    }

    private TaxClass taxClasses(Locale language) {
        records.create(new TaxClass(wording.text(language, "core.tax-class.preset.standard"), STEP));
        return records.create(new TaxClass(wording.text(language, "core.tax-class.preset.reduced"), 2 * STEP));
    }

    /** Goods and services to businesses in the Union and to everybody outside of it (S-TAX-02). */
    private List<TaxRule> acrossBorders(Locale language, TaxCategory category, TaxCode code) {
        return switch (category) {
            case K ->
                List.of(rule(language, "union-goods", 1, code)
                        .of(CustomerPlace.UNION, NumberGiven.GIVEN)
                        .of(ProductType.GOODS));
            case AE -> List.of(rule(language, "union-services", 2, code).of(CustomerPlace.UNION, NumberGiven.GIVEN));
            case G ->
                List.of(rule(language, "export", EXPORT, code)
                        .of(CustomerPlace.ABROAD, null)
                        .of(ProductType.GOODS));
            case O -> List.of(rule(language, "abroad", ABROAD, code).of(CustomerPlace.ABROAD, null));
            default -> List.of();
        };
    }

    private TaxRule rule(Locale language, String key, int place, TaxCode code) {
        return new TaxRule(wording.text(language, "core.tax-rule.preset." + key), place * STEP, code.id());
    }

    private TaxCode taxed(Locale language, String key, int place, String country, CountryRates rates, BigDecimal rate) {
        String name = wording.text(language, "core.tax-code.preset." + key) + " " + rate.toPlainString() + " %";
        TaxCode code = records.create(new TaxCode(name, place * STEP, TaxCategory.S, country, null));
        parts.add(List.of(new TaxRate(code.id(), rates.validFrom(), rate)));
        return code;
    }
}
