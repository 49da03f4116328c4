package org.pipewright.sales.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How far a line is met by what matches it (section 5 of the specification, S-DEM-06).
 *
 * @param asked how much was asked for, if that is known
 * @param supplied how much was ordered or delivered
 */
record Met(Optional<BigDecimal> asked, BigDecimal supplied) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * In percent, rounded down so that only what is met wholly shows as such. What was asked for without saying how much
     * is met as soon as there is some of it.
     */
    int percent() {
        BigDecimal percent = asked.filter(quantity -> quantity.signum() > 0)
                .map(quantity -> supplied.multiply(WHOLE).divide(quantity, 0, RoundingMode.DOWN))
                .orElse(supplied.signum() > 0 ? WHOLE : BigDecimal.ZERO);
        return percent.min(WHOLE).max(BigDecimal.ZERO).intValueExact();
    }
}
