package org.pipewright.platform.spi.events;

import jakarta.json.JsonObject;
import java.util.UUID;

/** Publishes events. They are written in the caller's transaction and delivered after it has committed. */
public interface Events {

    /** Publishes an event about a record, by which its events keep their order; null for one about no single record. */
    void publish(String type, UUID recordId, JsonObject payload);

    /** Whether anybody hears events of the type now; for those who would tell of very many records at once. */
    default boolean isHeard(String type) {
        return true;
    }
}
