package org.pipewright.platform.spi.events;

import jakarta.json.JsonObject;

/**
 * Reacts to events after their transaction has committed, as a CDI bean. Delivered at least once, in order per record,
 * in a transaction of its own with the tenant bound; an exception leads to another try later and harms nobody else.
 */
public interface EventConsumer {

    /** Stable name of the consumer, module first. */
    String name();

    /** Type of the events, such as {@code sales.opportunity-won.v1}. */
    String eventType();

    /**
     * Whether the bound tenant needs it, asked inside the transaction that publishes; what it does not listen to is never
     * delivered. For events that come with nearly every write: the answer must be cheap.
     */
    default boolean listens() {
        return true;
    }

    void accept(Event event);

    /**
     * An event as it is delivered.
     *
     * @param type type with version
     * @param recordId record it is about
     * @param payload published contract of the type
     */
    record Event(String type, java.util.UUID recordId, JsonObject payload) {}
}
