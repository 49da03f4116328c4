package org.pipewright.platform.spi.taxes;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tax of a line.
 *
 * @param category BT-151
 * @param rate in percent, BT-152
 * @param exemption why no tax is charged, BT-120, where there is something to say
 */
public record Tax(TaxCategory category, BigDecimal rate, Optional<String> exemption) {

    private static final int PERCENT = 2;

    public Tax {
        Objects.requireNonNull(category);
        Objects.requireNonNull(exemption);
        rate = plain(rate);
    }

    private static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A tax that needs no reason. */
    public static Tax of(TaxCategory category, BigDecimal rate) {
        return new Tax(category, rate, Optional.empty());
    }

    /** What is taken of an amount: 0.19 for a rate of 19. */
    public BigDecimal share() {
        return rate.movePointLeft(PERCENT);
    }

    /** The same tax for one more reason. */
    public Tax with(Optional<String> another) {
        return new Tax(
                category,
                rate,
                Stream.concat(exemption.stream(), another.stream())
                        .distinct()
                        .reduce((one, next) -> one + "; " + next));
    }

    /** Whether both stand in one row of a breakdown: same category, same rate (BG-23). */
    public boolean sameRow(Tax other) {
        return category == other.category && rate.equals(other.rate);
    }
}
