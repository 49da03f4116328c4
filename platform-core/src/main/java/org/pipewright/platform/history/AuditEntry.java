package org.pipewright.platform.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A line of the audit trail.
 *
 * @param id of the line
 * @param at when
 * @param by who, absent where the platform acted for the tenant
 * @param operator name of the platform's operator who acted for the tenant, else absent
 * @param via how the change came in
 * @param action what was done
 * @param subject record type, or what else was changed
 * @param recordId the record, if it is one
 * @param title its name at that time, empty where that is private to somebody else
 * @param changes objects with {@code field}, {@code old} and {@code new}
 */
public record AuditEntry(
        String id,
        Instant at,
        By by,
        String operator,
        String via,
        String action,
        String subject,
        UUID recordId,
        String title,
        JsonArray changes) {

    /** The same without what is told of the record. */
    AuditEntry withoutContent() {
        return new AuditEntry(id, at, by, operator, via, action, subject, recordId, "", JsonValue.EMPTY_JSON_ARRAY);
    }

    /** Who did it. */
    public record By(UUID id, String title) {}

    /** A page, newest first. */
    public record Page(List<AuditEntry> items, String next) {}
}
