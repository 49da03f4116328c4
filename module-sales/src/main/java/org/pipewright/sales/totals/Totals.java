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

    /**
     * The sum of the amounts; none of none, and none while one of several currencies has no rate to the tenant's: a sum
     * without it would be wrong (S-CUR-06).
     */
    public Optional<Money> of(List<Money> amounts) {
        Set<String> currencies = amounts.stream().map(Money::currency).collect(Collectors.toSet());
        if (currencies.size() == 1) {
            return Optional.of(
                    Money.of(sum(amounts, Money::amount), currencies.iterator().next()));
        }
        boolean known = amounts.stream().allMatch(each -> each.base().isPresent());
        return amounts.isEmpty() || !known
                ? Optional.empty()
                : Optional.of(Money.rounded(sum(amounts, each -> each.base().orElseThrow()), tenant.currency()));
    }

    private static BigDecimal sum(List<Money> amounts, Function<Money, BigDecimal> value) {
        return amounts.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
