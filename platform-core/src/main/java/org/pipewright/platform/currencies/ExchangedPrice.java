package org.pipewright.platform.currencies;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How prices of one thing are rounded that were converted: to the coin, like amounts, so that nobody offers anything for
 * 54.0766; finer where a coin would count or the price was finer before, so that screws do not become free (S-CUR-07).
 */
final class ExchangedPrice {

    /** Digits after the point that prices can have. */
    private static final int DECIMALS = 4;

    /** Below so many of its smallest coins a price is rounded to more than the coin. */
    private static final BigDecimal FEW = BigDecimal.valueOf(100);

    private ExchangedPrice() {}

    /** Whether a price has more digits than the coins of its currency. */
    static boolean isFine(BigDecimal price, String currency) {
        return price.stripTrailingZeros().scale() > Amounts.decimals(currency);
    }

    /** The price in its new currency. */
    static BigDecimal rounded(BigDecimal exact, String currency, boolean fine) {
        int decimals = Amounts.decimals(currency);
        boolean small = exact.movePointRight(decimals).compareTo(FEW) < 0;
        return exact.setScale(fine || small ? DECIMALS : decimals, RoundingMode.HALF_UP);
    }
}
