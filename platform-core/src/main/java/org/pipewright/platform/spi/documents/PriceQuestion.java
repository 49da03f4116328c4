package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.taxes.Tax;

/**
 * What one asks about a price.
 *
 * @param product that is sold
 * @param quantity of it
 * @param day on which the price holds
 * @param currency of the document
 * @param prices whether those of the document include tax
 * @param tax of the line, by which prices with tax become prices without
 * @param list that was agreed on, if any
 * @param account it is sold to, if known
 */
public record PriceQuestion(
        UUID product,
        BigDecimal quantity,
        LocalDate day,
        String currency,
        PriceBasis prices,
        Tax tax,
        Optional<UUID> list,
        Optional<UUID> account) {

    private static final int DECIMALS = 4;

    /** The same about another product. */
    public PriceQuestion about(UUID other, BigDecimal timesQuantity) {
        return new PriceQuestion(other, quantity.multiply(timesQuantity), day, currency, prices, tax, list, account);
    }

    /** A price on that basis as one on the basis asked for (S-PROD-04). */
    public BigDecimal converted(BigDecimal price, PriceBasis basis) {
        if (basis == prices) {
            return price;
        }
        BigDecimal withTax = BigDecimal.ONE.add(tax.share());
        return prices == PriceBasis.NET
                ? price.divide(withTax, DECIMALS, RoundingMode.HALF_UP)
                : price.multiply(withTax).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
