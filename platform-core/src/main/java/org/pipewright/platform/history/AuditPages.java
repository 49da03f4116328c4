package org.pipewright.platform.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** Reads the audit trail page by page, as far as the caller may see into it. */
@ApplicationScoped
@Transactional
class AuditPages {

    @Inject
    Sql sql;

    @Inject
    CallerBinding caller;

    @Inject
    ConfidentialRecords confidential;

    AuditEntry.Page page(AuditFilter.Conditions conditions) {
        List<AuditEntry> entries = sql.list(
                "select h.id, h.at, h.member_id, m.name, h.via, h.action, h.subject, h.record_id, h.title, h.changes,"
                        + " h.operator from core.history h"
                        + " left join core.member m on m.tenant_id = h.tenant_id and m.id = h.member_id where "
                        + conditions.sql() + " order by h.id desc limit " + (conditions.limit() + 1),
                this::entry,
                conditions.parameters());
        return page(discreet(entries), conditions.limit());
    }

    /** Of what is private to somebody else it is told that something happened, not what (S-AUD-02, S-ACT-14). */
    private List<AuditEntry> discreet(List<AuditEntry> entries) {
        Map<String, Set<UUID>> told = entries.stream()
                .filter(entry -> entry.recordId() != null)
                .collect(groupingBy(AuditEntry::subject, mapping(AuditEntry::recordId, toSet())));
        Set<UUID> hidden = told.entrySet().stream()
                .flatMap(type -> confidential.among(type.getKey(), type.getValue()).stream())
                .collect(toSet());
        return entries.stream()
                .map(entry -> hidden.contains(entry.recordId()) ? entry.withoutContent() : entry)
                .toList();
    }

    private static AuditEntry.Page page(List<AuditEntry> entries, int limit) {
        boolean more = entries.size() > limit;
        return new AuditEntry.Page(
                more ? entries.subList(0, limit) : entries,
                more ? entries.get(limit - 1).id() : null);
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        UUID member = row.getObject(3, UUID.class);
        return new AuditEntry(
                row.getString(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                member == null ? null : new AuditEntry.By(member, row.getString(4)),
                row.getString(11),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                visible(row.getString(7), changes(row.getString(10))));
    }

    /** Leaves out what happened to fields that are hidden from the caller (S-AUD-02). */
    private JsonArray visible(String subject, JsonArray changes) {
        JsonArrayBuilder visible = Json.createArrayBuilder();
        changes.getValuesAs(JsonObject.class).stream()
                .filter(change -> caller.caller().access(subject, change.getString("field")) != FieldAccess.NONE)
                .forEach(visible::add);
        return visible.build();
    }

    private static JsonArray changes(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
