package org.pipewright.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery that was given up.
 *
 * @param id of the row
 * @param kind such as {@code event}
 * @param consumer who did not take it
 * @param recordId record it is about
 * @param attempts how often it was tried
 * @param error the last failure
 * @param failedAt when it was given up
 */
public record FailedDelivery(
        long id, String kind, String consumer, UUID recordId, int attempts, String error, Instant failedAt) {

    /** All of a tenant. */
    public record Page(List<FailedDelivery> items) {}
}
