package org.pipewright.platform.taxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** Rates are for categories that have one, one a day. */
@ApplicationScoped
class TaxRateRules implements RecordRules<TaxRate> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public void check(TaxRate rate, Change change, Violations violations) {
        boolean taxed = rate.code() == null
                || records.withId(TaxCode.class, rate.code())
                        .map(code -> code.category() == null || code.category().isTaxed())
                        .orElse(true);
        if (rate.rate() != null && taxed != rate.rate().signum() > 0) {
            violations.reject("rate", "tax-rate", "core.violation.tax-rate");
        }
        if (rate.code() != null && rate.validFrom() != null && isTwice(rate)) {
            violations.reject("validFrom", "duplicate", "core.violation.duplicate");
        }
    }

    private boolean isTwice(TaxRate rate) {
        return parts.of(TaxRate.class, rate.code()).stream()
                .anyMatch(other ->
                        !other.id().equals(rate.id()) && rate.validFrom().equals(other.validFrom()));
    }
}
