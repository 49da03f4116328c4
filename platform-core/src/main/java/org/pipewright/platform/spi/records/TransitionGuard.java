package org.pipewright.platform.spi.records;

import java.util.UUID;

/**
 * Vetoes what is about to be done to a record of another module, as a CDI bean: a verb, such as losing an opportunity
 * that has an accepted quote, or putting a record into the bin (S-PLAT-07). Asked inside the writing transaction with
 * the tenant bound, after rights and before anything is changed, on every path.
 */
public interface TransitionGuard {

    /** Name of the record type it guards. */
    String recordType();

    /**
     * Throws a refusal that names what stands against it; returns to let it happen.
     *
     * @param action name of the verb, or {@link org.pipewright.platform.spi.access.Action#DELETE}
     * @param record id of the record
     */
    void require(String action, UUID record);
}
