package org.pipewright.platform.spi.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Turns amounts of one currency into those of another by the tenant's rates. Provided by the core as a CDI bean. */
public interface Exchange {

    /**
     * What the amount is in the currency by the rates valid on the day, rounded once to the decimals of that currency;
     * empty while a rate is missing (S-CUR-03, S-CUR-07).
     */
    Optional<Money> exchanged(Money money, String currency, LocalDate day);

    /**
     * The amount in another currency as it was chosen, by the rates of today; refuses with 409 {@code no-rate} if it is to
     * be converted and a rate is missing (S-CUR-07).
     */
    Money changed(Money money, CurrencyChoice choice);

    /**
     * The same for the price of one thing, which stays exactly as it is if the number does. Converted, it is rounded like an
     * amount; one of few coins, or with more digits than its currency has, keeps four.
     */
    BigDecimal changed(BigDecimal price, String from, CurrencyChoice choice);
}
