package org.pipewright.sales.totals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Adds amounts up: in their currency if it is one, else in the tenant's. */
@ApplicationScoped
public class Totals {

    @Inject
    CurrentTenant tenant;

    /** The sum of the amounts; none of none. Amounts without a rate to the tenant's currency count nothing there. */
    public Optional<Money> of(List<Money> amounts) {
        Set<String> currencies = amounts.stream().map(Money::currency).collect(Collectors.toSet());
        if (currencies.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                currencies.size() == 1
                        ? Money.of(
                                sum(amounts, Money::amount),
                                currencies.iterator().next())
                        : Money.of(sum(amounts, each -> each.base().orElse(BigDecimal.ZERO)), tenant.currency()));
    }

    private static BigDecimal sum(List<Money> amounts, Function<Money, BigDecimal> value) {
        return amounts.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
