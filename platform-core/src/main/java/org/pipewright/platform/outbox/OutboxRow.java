package org.pipewright.platform.outbox;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * Something to deliver.
 *
 * @param id grows with time; rows of one record and consumer are delivered in this order
 * @param tenant it belongs to
 * @param kind which handler takes it
 * @param consumer who receives it, or empty
 * @param recordId record it is about, or null
 * @param payload what is delivered
 * @param attempts how often it failed
 */
public record OutboxRow(
        long id, UUID tenant, String kind, String consumer, UUID recordId, JsonObject payload, int attempts) {}
