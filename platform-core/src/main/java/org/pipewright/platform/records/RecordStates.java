package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.records.CrmRecord;

/** What a record was like at a moment of the past: as it is now, with everything that happened since taken back (S-OPP-19). */
@ApplicationScoped
public class RecordStates {

    /**
     * A record as it was.
     *
     * @param at the moment
     * @param existed whether it had been made by then
     * @param values of its fields by name, as they stand in the history; references with what they are called now
     */
    public record State(Instant at, boolean existed, Map<String, JsonValue> values) {}

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    State of(DeclaredType type, UUID id, String moment) {
        Instant at = moment(moment);
        reading.requireView(type);
        reading.requireVisible(type, id);
        CrmRecord record = types.entityManager(type).find(type.entity(), id);
        boolean existed = !record.createdAt().isAfter(at);
        return new State(at, existed, existed ? values(type, record, at) : Map.of());
    }

    private static Instant moment(String text) {
        try {
            return text == null || text.isEmpty()
                    ? Instant.now()
                    : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw InvalidFields.refusal("at", "invalid");
        }
    }

    private Map<String, JsonValue> values(DeclaredType type, CrmRecord record, Instant at) {
        Map<String, JsonValue> values = new TreeMap<>();
        type.fields().stream()
                .filter(field -> !field.system() && !field.isReckoned())
                .filter(field -> Query.isVisible(callers.caller(), type, field))
                .forEach(field -> values.put(field.name(), FieldValues.shown(field.valueIn(record))));
        since(type, record.id(), at).stream()
                .filter(change -> values.containsKey(change.getString("field")))
                .forEach(change -> values.put(change.getString("field"), change.get("old")));
        values.replaceAll((name, value) -> type.field(name)
                .filter(field -> field.kind() == FieldKind.REFERENCE && value instanceof JsonString)
                .map(field -> named(field, (JsonString) value))
                .orElse(value));
        return values;
    }

    /** Changes since then, newest first. */
    private List<JsonObject> since(DeclaredType type, UUID id, Instant at) {
        return sql
                .list(
                        "select changes from core.history where record_id = ? and subject = ? and at > ? order by id desc",
                        row -> row.getString(1),
                        id,
                        type.name(),
                        at.atOffset(ZoneOffset.UTC))
                .stream()
                .flatMap(changes -> read(changes).stream())
                .toList();
    }

    private static List<JsonObject> read(String changes) {
        try (JsonReader reader = Json.createReader(new StringReader(changes))) {
            return List.copyOf(reader.readArray().getValuesAs(JsonObject.class));
        }
    }

    /** A record the caller may not view has no title. */
    private JsonValue named(DeclaredField field, JsonString id) {
        String title = types.named(field.references())
                .map(target -> reading.titles(target, List.of(UUID.fromString(id.getString()))))
                .flatMap(titles -> titles.values().stream().findFirst())
                .orElse("");
        return Json.createObjectBuilder().add("id", id).add("title", title).build();
    }
}
