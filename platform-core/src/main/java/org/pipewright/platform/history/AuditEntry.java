package org.pipewright.platform.history;

import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A line of the audit trail.
 *
 * @param id of the line
 * @param at when
 * @param by who, absent where the platform acted for the tenant
 * @param via how the change came in
 * @param action what was done
 * @param subject record type, or what else was changed
 * @param recordId the record, if it is one
 * @param title its name at that time
 * @param changes objects with {@code field}, {@code old} and {@code new}
 */
public record AuditEntry(
        String id,
        Instant at,
        By by,
        String via,
        String action,
        String subject,
        UUID recordId,
        String title,
        JsonArray changes) {

    /** Who did it. */
    public record By(UUID id, String title) {}

    /** A page, newest first. */
    public record Page(List<AuditEntry> items, String next) {}
}
