package org.pipewright.platform.spi.records;

import java.util.UUID;

/**
 * Tells whoever keeps something about a record that it has become another, such as a lead a deal, so that it can go along.
 * Provided by the core as a CDI bean; called inside the transaction that converts, after the new record was made.
 */
public interface Conversions {

    /** Calls every {@link ConversionReaction} of modules that are there. */
    void converted(String recordType, UUID record, String madeType, UUID made);
}
