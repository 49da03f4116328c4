package org.pipewright.platform.spi.records;

import java.util.List;
import java.util.UUID;

/**
 * Takes part when an entry of a list is deleted in favour of another one, which all records that had it get (S-LEAD-03).
 * A module implements it as a CDI bean for records that may have an entry only once: they would have the other one twice.
 * Called within the transaction; what is refused here refuses the deletion.
 */
public interface Replacing {

    /** The record type of the entries. */
    String recordType();

    /**
     * Records that have the entry where there are others that have the heir already. They keep the entry and go into the
     * bin after all else has moved, if their rules allow; asked before anything has.
     */
    List<? extends CrmRecord> doubled(UUID entry, UUID heir);

    /** All records have the heir now. */
    void replaced(UUID heir);
}
