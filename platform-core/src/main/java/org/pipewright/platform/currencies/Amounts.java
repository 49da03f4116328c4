package org.pipewright.platform.currencies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.pipewright.platform.spi.money.Money;

/** Amounts as text, with the decimals of their currency (S-CUR-09). */
public final class Amounts {

    private Amounts() {}

    /** The amount with at least the currency's decimals; more only where they are not zero. */
    public static String text(BigDecimal amount, String currency) {
        int decimals = decimals(currency);
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(decimals, stripped.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Decimals of the currency, 2 when it has none defined. */
    public static int decimals(String currency) {
        return Money.decimals(currency);
    }
}
