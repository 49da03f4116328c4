package org.pipewright.platform.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What reckoned prices end in (S-PROD-03). */
enum PriceEnding {
    EXACT(""),
    WHOLE("0"),
    NINETY_NINE("0.99"),
    NINETY_FIVE("0.95"),
    NINETY("0.90"),
    HALF("0.50");

    private final String ending;

    PriceEnding(String ending) {
        this.ending = ending;
    }

    /**
     * The nearest price with that ending, the greater of two; just rounded where it would be nothing, and in currencies
     * without decimals.
     */
    BigDecimal nearest(BigDecimal exact, int decimals) {
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        if (this == EXACT || decimals == 0) {
            return rounded;
        }
        BigDecimal end = new BigDecimal(ending);
        BigDecimal ended = exact.subtract(end).setScale(0, RoundingMode.HALF_UP).add(end);
        return ended.signum() > 0 ? ended.setScale(decimals) : rounded;
    }
}
