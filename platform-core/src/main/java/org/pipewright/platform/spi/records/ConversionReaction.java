package org.pipewright.platform.spi.records;

import java.util.UUID;

/**
 * Does what follows when a record has become another one, as a CDI bean: what a module keeps beside the first can go along.
 * Inside the transaction that converts; a refusal undoes the conversion.
 */
public interface ConversionReaction {

    /** Called once for each record that was made of the first; those it was only linked to are not told. */
    void converted(String recordType, UUID record, String madeType, UUID made);
}
