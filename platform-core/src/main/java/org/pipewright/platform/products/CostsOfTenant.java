package org.pipewright.platform.products;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.documents.Costs;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;

/** What products cost. */
@ApplicationScoped
class CostsOfTenant implements Costs {

    @Inject
    Sql sql;

    @Inject
    Exchange exchange;

    @Override
    public Optional<BigDecimal> of(UUID product, String currency, LocalDate day) {
        return own(product)
                .flatMap(cost ->
                        cost.currency().equals(currency) ? Optional.of(cost) : exchange.exchanged(cost, currency, day))
                .map(Money::amount);
    }

    private Optional<Money> own(UUID product) {
        return sql.first(
                "select cost_amount, cost_currency from core.product where id = ? and cost_amount is not null",
                row -> Money.of(row.getBigDecimal(1), row.getString(2)),
                product);
    }
}
