package org.pipewright.platform.spi.activities;

import java.util.UUID;

/**
 * Told when something has changed about the activities of records of a type, as a CDI bean: one was planned, linked,
 * done, called off or deleted. Called inside the transaction of that change with the tenant bound, after it was written;
 * {@link Activities} tells what there is now.
 */
public interface ActivityReaction {

    /** Name of the record type whose activities matter. */
    String recordType();

    /** The record has other activities than before, or they stand otherwise. */
    void changed(UUID record);
}
