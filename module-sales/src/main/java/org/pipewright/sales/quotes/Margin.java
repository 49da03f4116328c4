package org.pipewright.sales.quotes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What remains of a price when the costs are paid (S-QUO-20).
 *
 * @param price without tax
 * @param cost of the same, empty if it is not known
 */
record Margin(BigDecimal price, Optional<BigDecimal> cost) {

    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Optional<BigDecimal> amount() {
        return cost.map(price::subtract);
    }

    /** In percent of the price; none of a price of nothing. */
    Optional<BigDecimal> percent() {
        return amount().filter(left -> price.signum() != 0)
                .map(left -> left.multiply(HUNDRED).divide(price, DECIMALS, RoundingMode.HALF_UP));
    }
}
