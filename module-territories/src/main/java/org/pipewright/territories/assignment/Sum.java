package org.pipewright.territories.assignment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.pipewright.platform.spi.money.Money;

/** Amounts together. */
public record Sum(String amount, String currency) {

    /** The sum with the decimals of its currency. */
    public static Sum of(BigDecimal amount, String currency) {
        return new Sum(
                amount.setScale(Money.decimals(currency), RoundingMode.HALF_UP).toPlainString(), currency);
    }
}
