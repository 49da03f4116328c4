package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;

/** A row on its way to becoming a record. */
final class Translated {

    private final Row row;
    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, String>>> points = new LinkedHashMap<>();
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, String> deferred = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private Optional<UUID> id = Optional.empty();
    private Optional<Instant> bornAt = Optional.empty();
    private boolean skipped;

    Translated(Row row) {
        this.row = row;
    }

    int n() {
        return row.n();
    }

    void put(String field, JsonValue value) {
        members.put(field, value);
    }

    /** A part of a contact point, which {@link #gatherPoints} puts into its list. */
    void putPoint(PointTarget target, String value) {
        points.computeIfAbsent(target.list().name(), list -> new LinkedHashMap<>())
                .computeIfAbsent(target.kind(), kind -> new LinkedHashMap<>())
                .put(target.part().name(), value);
    }

    /** Adds the contact points that came in columns of their own to those that came in one cell. */
    void gatherPoints() {
        points.forEach((list, kinds) -> {
            JsonArrayBuilder all = members.get(list) instanceof JsonArray given
                    ? JSON.createArrayBuilder(given)
                    : JSON.createArrayBuilder();
            kinds.forEach((kind, parts) -> {
                JsonObjectBuilder point = JSON.createObjectBuilder().add("kind", kind);
                parts.forEach(point::add);
                all.add(point);
            });
            members.put(list, all.build());
        });
    }

    /** A record this row refers to by name, to be looked up. */
    void refer(String field, String name) {
        references.put(field, name);
    }

    /** A reference that can only be set once a later row has become a record. */
    void defer(String field, String name) {
        deferred.put(field, name);
    }

    void reject(String field, String code) {
        errors.add(InvalidFields.error(field, code));
    }

    void recognise(UUID record) {
        id = Optional.of(record);
    }

    void bornAt(Instant moment) {
        bornAt = Optional.of(moment);
    }

    void skip(String code) {
        skipped = true;
        errors.clear();
        reject("", code);
    }

    Optional<UUID> id() {
        return id;
    }

    Optional<Instant> bornAt() {
        return bornAt;
    }

    boolean isSkipped() {
        return skipped;
    }

    Map<String, String> references() {
        return references;
    }

    Map<String, String> deferred() {
        return deferred;
    }

    List<FieldError> errors() {
        return errors;
    }

    Optional<JsonValue> member(String field) {
        return Optional.ofNullable(members.get(field));
    }

    JsonObject members() {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    /** What to call the row while it is no record. */
    String title(String field) {
        return member(field)
                .filter(value -> value instanceof jakarta.json.JsonString)
                .map(value -> ((jakarta.json.JsonString) value).getString())
                .orElseGet(() -> row.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .findFirst()
                        .orElse(""));
    }
}
