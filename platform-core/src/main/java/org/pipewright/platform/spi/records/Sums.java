package org.pipewright.platform.spi.records;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Adds up amounts of records of any type, for modules that count by what they need not know, such as a {@link
 * FieldBeside}. Provided by the core as a CDI bean; used inside a transaction with the tenant bound, after what was changed
 * in it has been flushed. As with {@link Assignables} every record of the tenant counts, whatever the caller may view: what
 * is read here may be shown as numbers only.
 */
public interface Sums {

    /**
     * The sum of an amount, in the tenant's currency, of the records that match; zero if none does, and nothing if the
     * criteria cannot be asked now, such as those that name a field whose feature is off.
     *
     * @param weight percentage by which each amount is weighted, empty for whole amounts
     */
    Optional<BigDecimal> of(String recordType, String criteria, String amount, String weight);
}
