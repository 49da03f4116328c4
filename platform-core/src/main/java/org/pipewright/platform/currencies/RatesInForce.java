package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.RecordReaction;

/** Keeps with each currency the rate by which amounts stand at present, and values them anew when it is another one. */
@ApplicationScoped
class RatesInForce implements RecordReaction<ExchangeRate> {

    @Inject
    Sql sql;

    @Inject
    Rates rates;

    @Inject
    Revaluation revaluation;

    @Inject
    CallerBinding callers;

    private record InForce(String currency, BigDecimal rate) {}

    @Override
    public void written(List<Written<ExchangeRate>> writes) {
        changed(writes.stream().map(write -> write.record().currency()).collect(Collectors.toSet()));
    }

    @Override
    public void binned(ExchangeRate rate) {
        changed(Set.of(rate.currency()));
    }

    @Override
    public void restored(ExchangeRate rate) {
        changed(Set.of(rate.currency()));
    }

    private void changed(Set<String> currencies) {
        currencies.forEach(currency -> {
            sql.update("insert into core.currency (code, active) values (?, false) on conflict do nothing", currency);
            revaluation.fillGaps(currency);
        });
        all().stream().filter(each -> currencies.contains(each.currency())).forEach(this::follow);
    }

    /** Follows the rates of the day in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void followAll() {
        all().forEach(this::follow);
    }

    private List<InForce> all() {
        return sql.list(
                "select code, rate from core.currency where code <> ? order by code for update",
                row -> new InForce(row.getString(1), row.getBigDecimal(2)),
                callers.caller().tenant().currency());
    }

    private void follow(InForce known) {
        Optional<BigDecimal> rate = rates.valid(known.currency(), rates.today());
        if (!Objects.equals(known.rate(), rate.orElse(null))) {
            sql.update("update core.currency set rate = ? where code = ?", rate.orElse(null), known.currency());
            revaluation.follow(known.currency(), rate);
        }
    }
}
