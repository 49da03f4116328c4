package org.pipewright.platform.spi.people;

import java.util.UUID;

/**
 * Tells members something about a record, in the list behind the bell. Provided by the core as a CDI bean; used inside a
 * transaction with the tenant bound.
 */
public interface Bell {

    /**
     * Rings once the transaction has committed. Who may not view the record is only told that there is something.
     *
     * @param text key of a text of the module with the place {@code {title}} for what the record is called
     */
    void ring(UUID member, String text, String recordType, UUID record);
}
