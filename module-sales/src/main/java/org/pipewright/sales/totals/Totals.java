package org.pipewright.sales.totals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.documents.PriceBasis;
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

    /** What a line of the document comes to without tax. */
    public static BigDecimal untaxed(DocumentRecord document, DocumentLine line) {
        BigDecimal amount = line.amount().amount();
        return document.reckoning().prices() == PriceBasis.NET
                ? amount
                : amount.divide(BigDecimal.ONE.add(line.tax().share()), MathContext.DECIMAL64);
    }

    private static BigDecimal sum(List<Money> amounts, Function<Money, BigDecimal> value) {
        return amounts.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
