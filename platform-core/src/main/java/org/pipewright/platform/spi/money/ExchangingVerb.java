package org.pipewright.platform.spi.money;

import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Verb;

/**
 * Puts a record with all that belongs to it into another currency. Forms do it when somebody chooses another currency for
 * an amount (S-CUR-07).
 *
 * @param <R> type of the record
 */
public interface ExchangingVerb<R extends CrmRecord> extends Verb<R, CurrencyChoice> {

    @Override
    default String name() {
        return "change-currency";
    }

    @Override
    default boolean aside() {
        return true;
    }
}
