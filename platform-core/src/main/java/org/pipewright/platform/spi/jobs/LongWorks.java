package org.pipewright.platform.spi.jobs;

import jakarta.json.JsonObject;
import java.util.UUID;

/** Starts long work of the bound tenant. Provided by the core as a CDI bean; used inside a transaction. */
public interface LongWorks {

    /**
     * Starts work once the running transaction has committed; returns the id of its job.
     *
     * @param kind which {@link LongWork} does it
     * @param payload what that needs to know
     */
    UUID start(String kind, JsonObject payload);
}
