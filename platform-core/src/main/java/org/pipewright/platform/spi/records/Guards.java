package org.pipewright.platform.spi.records;

import java.util.UUID;

/**
 * Asks the guards of all modules. The core does so before each verb and each deletion; a module asks itself where the
 * same thing comes about in another way, such as an outcome that is imported.
 */
public interface Guards {

    /** Refuses if a guard of the record type vetoes the action on the record. */
    void require(String recordType, String action, UUID record);
}
