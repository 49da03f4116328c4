package org.pipewright.platform.tenants;

import java.time.Instant;
import java.util.Map;

/**
 * What the deletion of the tenant would remove, and whether it is under way.
 *
 * @param status of the tenant
 * @param requestedAt when the deletion was demanded, null if it was not
 * @param requestedBy who demanded it, null if nobody did
 * @param purgeAfter when the data will be removed, null if nobody demanded it
 * @param graceDays how many days the demand can be taken back
 * @param rows how many rows each table holds of this tenant
 */
public record DeletionView(
        String status,
        Instant requestedAt,
        String requestedBy,
        Instant purgeAfter,
        int graceDays,
        Map<String, Long> rows) {}
