package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import org.pipewright.platform.spi.records.Field;

/**
 * The part of an order that is to be invoiced (S-INV-02).
 *
 * @param part which sort of part
 * @param percent of the whole order, for a percentage or a down payment
 * @param amount on the basis of the order's prices, for a milestone or a down payment
 * @param description of what is asked for, in place of the usual words
 */
public record InvoiceShare(
        @Field(required = true) Part part,
        @Field(from = 0, to = 100, decimals = 2) BigDecimal percent,
        @Field(from = 0, decimals = 3) BigDecimal amount,
        @Field(max = 400) String description) {

    /** Which part. */
    public enum Part {
        /** Whatever was not invoiced yet; what was paid beforehand is taken off. */
        REST,
        /** What was delivered and not invoiced yet; what was paid beforehand is taken off. */
        DELIVERED,
        PERCENTAGE,
        MILESTONE,
        DOWN_PAYMENT
    }
}
