package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is taken off the sum of all lines: first the percentage of it, then the amount (S-QUO-12). It is on the same
 * basis as the prices.
 *
 * @param percent from 0 to 100
 * @param amount in the currency of the document
 */
public record Discount(BigDecimal percent, BigDecimal amount) {

    public static final Discount NONE = new Discount(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Of what was entered, if anything was. */
    public static Discount of(Optional<BigDecimal> percent, Optional<BigDecimal> amount) {
        return new Discount(percent.orElse(BigDecimal.ZERO), amount.orElse(BigDecimal.ZERO));
    }
}
