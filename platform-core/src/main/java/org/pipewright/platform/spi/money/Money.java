package org.pipewright.platform.spi.money;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An amount in a currency, with its value in the tenant's base currency for comparing and adding (idea 3). The base
 * amount is set by the core when the record is written; it is absent while no rate is known.
 */
@Embeddable
public class Money {

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    @Column(length = 3)
    private String currency;

    @Column(precision = 19, scale = 4)
    private BigDecimal base;

    protected Money() {}

    private Money(BigDecimal amount, String currency, BigDecimal base) {
        this.amount = amount;
        this.currency = currency;
        this.base = base;
    }

    /** An amount whose base value is not yet known. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency, null);
    }

    /** An amount that was reckoned, rounded once, half up, to the decimals of its currency (S-CUR-09). */
    public static Money rounded(BigDecimal exact, String currency) {
        return of(exact.setScale(decimals(currency), RoundingMode.HALF_UP), currency);
    }

    /** Whether there is a currency of that code of ISO 4217. */
    public static boolean isCurrency(String code) {
        return CODES.contains(code);
    }

    /** Digits after the point that amounts of the currency have: 0 for JPY, 2 for EUR, 3 for KWD. */
    public static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** The same amount with its value in the base currency. */
    public Money withBase(BigDecimal value) {
        return new Money(amount, currency, value);
    }

    public BigDecimal amount() {
        return amount;
    }

    /** ISO 4217 code. */
    public String currency() {
        return currency;
    }

    /** Value in the tenant's base currency, if a rate was known. */
    public Optional<BigDecimal> base() {
        return Optional.ofNullable(base);
    }
}
