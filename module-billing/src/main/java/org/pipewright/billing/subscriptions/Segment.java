package org.pipewright.billing.subscriptions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of one period that one invoice is for.
 *
 * @param from the first of them
 * @param to the last of them
 * @param whole how many days the period has
 * @param dueOn when it is invoiced
 */
record Segment(LocalDate from, LocalDate to, long whole, LocalDate dueOn) {

    /** How many days there are. */
    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    boolean isWhole() {
        return days() == whole;
    }

    /** The part of the period that is charged. */
    BigDecimal share() {
        return isWhole()
                ? BigDecimal.ONE
                : BigDecimal.valueOf(days()).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128);
    }
}
