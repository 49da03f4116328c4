package org.pipewright.platform.spi.money;

import java.time.LocalDate;
import java.util.Optional;

/** Turns amounts of one currency into those of another by the tenant's rates. Provided by the core as a CDI bean. */
public interface Exchange {

    /**
     * What the amount is in the currency by the rates valid on the day, rounded once to the decimals of that currency;
     * empty while a rate is missing (S-CUR-03, S-CUR-07).
     */
    Optional<Money> exchanged(Money money, String currency, LocalDate day);
}
