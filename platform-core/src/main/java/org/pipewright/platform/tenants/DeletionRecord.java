package org.pipewright.platform.tenants;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The deletion of a tenant: demanded, and at the end carried out.
 *
 * @param tenant id of the tenant
 * @param slug it had
 * @param name it had
 * @param requestedAt when the deletion was demanded
 * @param requestedBy who demanded it
 * @param purgedAt when its data was removed, null before that
 * @param rows how many rows were removed from each table
 * @param accountsRemoved how many accounts went with it, of people who belong to no other tenant
 */
public record DeletionRecord(
        UUID tenant,
        String slug,
        String name,
        Instant requestedAt,
        String requestedBy,
        Instant purgedAt,
        JsonObject rows,
        Integer accountsRemoved) {

    /** All deletions. */
    public record Page(List<DeletionRecord> items) {}
}
