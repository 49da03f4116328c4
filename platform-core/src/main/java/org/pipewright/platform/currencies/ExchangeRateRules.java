package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.texts.Wording;

/** A currency has one rate from one day on, and the tenant's own has none. */
@ApplicationScoped
class ExchangeRateRules implements RecordRules<ExchangeRate> {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    Wording wording;

    @Override
    public void prepare(ExchangeRate rate) {
        TenantFacts tenant = callers.caller().tenant();
        rate.settle(tenant.currency(), wording.text(tenant.language(), "core.exchange-rate.by-hand"));
    }

    @Override
    public void check(ExchangeRate rate, Change change, Violations violations) {
        if (!change.created() && change.touches("currency")) {
            violations.reject("currency", "fixed", "core.violation.fixed");
        } else if (rate.currency() != null && rate.currency().equals(rate.base())) {
            violations.reject("currency", "base-currency", "core.violation.base-currency");
        } else if (rate.currency() != null && rate.validFrom() != null && isDouble(rate)) {
            violations.reject("validFrom", "duplicate", "core.violation.duplicate-rate");
        }
    }

    private boolean isDouble(ExchangeRate rate) {
        return sql.first(
                        "select 1 from core.exchange_rate where base = ? and currency = ? and valid_from = ?"
                                + " and deleted_at is null and id is distinct from ?",
                        row -> true,
                        rate.base(),
                        rate.currency(),
                        rate.validFrom(),
                        rate.id())
                .isPresent();
    }

    @Override
    public void derive(ExchangeRate rate, Change change) {
        rate.nameItself();
    }
}
