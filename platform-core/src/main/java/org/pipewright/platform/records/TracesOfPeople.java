package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.records.Traces;
import org.pipewright.platform.texts.Texts;

/** What people have done with a record, from its history and from what refers to it. */
@ApplicationScoped
class TracesOfPeople implements Traces {

    private static final int MOST = 5;
    private static final int LONGEST = 80;
    private static final String ACTIVITY = "core.activity";
    private static final String MESSAGE = "core.message";
    private static final String HIDDEN = "…";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    Texts texts;

    @Override
    public List<String> since(String recordType, UUID id, Instant then) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return Stream.of(
                        activities(id),
                        messages(id, then),
                        comments(id, then),
                        files(id, then),
                        others(type, id, then),
                        edits(type, id, then))
                .flatMap(List::stream)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Those that a rule has made are no one's work yet. */
    private List<String> activities(UUID id) {
        return told(
                types.named(ACTIVITY).orElseThrow(),
                sql.list(
                        "select t.id from core.activity_link l"
                                + " join core.activity t on t.tenant_id = l.tenant_id and t.id = l.activity_id"
                                + " where l.record_id = ? and t.origin is null and t.deleted_at is null"
                                + " order by t.id limit " + MOST,
                        row -> row.getObject(1, UUID.class),
                        id));
    }

    /** Mails that came in for it; those that were sent are activities. */
    private List<String> messages(UUID id, Instant then) {
        return told(
                types.named(MESSAGE).orElseThrow(),
                sql.list(
                        "select id from core.message where about_id = ? and created_at > ? and deleted_at is null"
                                + " order by id limit " + MOST,
                        row -> row.getObject(1, UUID.class),
                        id,
                        then));
    }

    private List<String> comments(UUID id, Instant then) {
        return sql.list(
                "select text from core.comment where record_id = ? and created_at > ? and deleted_at is null"
                        + " order by id limit " + MOST,
                row -> text("core.comment.write") + ": " + shortened(row.getString(1)),
                id,
                then);
    }

    private List<String> files(UUID id, Instant then) {
        return sql.list(
                "select name from core.file where record_id = ? and created_at > ? order by id limit " + MOST,
                row -> text("core.files") + ": " + row.getString(1),
                id,
                then);
    }

    /** Records of every type that somebody has made for it. */
    private List<String> others(DeclaredType type, UUID id, Instant then) {
        return types.referring(type.name()).stream()
                .flatMap(other -> other.referencesTo(type.name()).stream()
                        .flatMap(field -> told(other, referring(other, field, id, then)).stream()))
                .toList();
    }

    private List<UUID> referring(DeclaredType other, DeclaredField field, UUID id, Instant then) {
        return sql.list(
                "select id from " + other.table() + " where " + field.column() + " = ? and created_at > ?"
                        + " and created_by is not null and deleted_at is null order by id limit " + MOST,
                row -> row.getObject(1, UUID.class),
                id,
                then);
    }

    private List<String> edits(DeclaredType type, UUID id, Instant then) {
        return sql
                .list(
                        "select action, changes from core.history where record_id = ? and subject = ? and at > ?"
                                + " and member_id is not null and via not in ('JOB', 'INTAKE')"
                                + " and action <> all(?) order by id limit " + MOST,
                        row -> edit(type, row.getString(1), row.getString(2)),
                        id,
                        type.name(),
                        then,
                        History.BESIDE)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The fields that were changed, or else the verb. */
    private List<String> edit(DeclaredType type, String action, String changes) {
        try (JsonReader reader = Json.createReader(new StringReader(changes))) {
            List<String> fields = reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(change -> change.getString("field", ""))
                    .map(name -> label(type, name))
                    .toList();
            return fields.isEmpty() ? List.of(verb(type, action)) : fields;
        }
    }

    private String label(DeclaredType type, String name) {
        Optional<DeclaredField> field =
                type.field(name).filter(found -> callers.caller().access(type.name(), name) != FieldAccess.NONE);
        return field.map(found -> found.system() || found.isOwnership() ? "core.record." + name : type.labelOf(found))
                .map(this::text)
                .orElse(HIDDEN);
    }

    private String verb(DeclaredType type, String action) {
        String key = type.name() + ".verb." + action;
        return texts.has(key) ? text(key) : HIDDEN;
    }

    private List<String> told(DeclaredType type, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> titles = reading.titles(type, ids);
        return ids.stream()
                .map(id -> text(type.name() + ".one") + ": " + shortened(titles.getOrDefault(id, HIDDEN)))
                .toList();
    }

    private static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + HIDDEN;
    }

    private String text(String key) {
        return texts.text(callers.caller().tenant().language(), key);
    }
}
