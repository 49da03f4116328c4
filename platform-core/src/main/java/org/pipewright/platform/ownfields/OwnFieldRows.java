package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.ownfields.OwnFieldView.Kind;
import org.pipewright.platform.recordtypes.FieldKind;

/** The definitions in the database. */
@ApplicationScoped
class OwnFieldRows {

    /** How long a hidden field waits to be restored (S-CF-05). */
    static final Duration KEPT = Duration.ofDays(30);

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String QUERY =
            "select id, version, record_type, name, kind, refers_to, labels, help, section, required, sole, indexed,"
                    + " searchable, choices, preset, conditions, hidden_at, formula, result from core.own_field";

    @Inject
    Sql sql;

    /** All of them, in the order in which they were added. */
    List<OwnFieldView> all() {
        return sql.list(QUERY + " order by record_type, created_at, id", OwnFieldRows::view);
    }

    /** Those in force of a tenant, which is named in case another one is bound to the running transaction. */
    List<OwnFieldView> inForce(UUID tenant) {
        return sql.list(
                QUERY + " where tenant_id = ? and hidden_at is null order by record_type, created_at, id",
                OwnFieldRows::view,
                tenant);
    }

    Optional<OwnFieldView> locked(UUID id) {
        return sql.first(QUERY + " where id = ? for update", OwnFieldRows::view, id);
    }

    private static OwnFieldView view(ResultSet row) throws SQLException {
        Instant hidden = Optional.ofNullable(row.getObject(17, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        return new OwnFieldView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                Kind.valueOf(row.getString(5)),
                row.getString(6),
                texts((JsonObject) read(row.getString(7))),
                texts((JsonObject) read(row.getString(8))),
                row.getString(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12),
                row.getBoolean(13),
                choices((JsonArray) read(row.getString(14))),
                row.getString(15) == null ? JsonValue.NULL : read(row.getString(15)),
                ConditionJson.read((JsonObject) read(row.getString(16))),
                Optional.ofNullable(row.getString(18)).orElse(""),
                Optional.ofNullable(row.getString(19)).map(FieldKind::valueOf).orElse(null),
                hidden,
                hidden == null ? null : hidden.plus(KEPT));
    }

    private static JsonValue read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new TreeMap<>();
        object.forEach((language, text) -> texts.put(language, ((JsonString) text).getString()));
        return texts;
    }

    private static List<OwnChoice> choices(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(choice -> new OwnChoice(choice.getString("value"), texts(choice.getJsonObject("labels"))))
                .toList();
    }

    void add(OwnFieldView field) {
        sql.update(
                "insert into core.own_field (id, record_type, name, kind, refers_to, labels, help, section, required,"
                        + " sole, indexed, searchable, choices, preset, conditions, formula, result)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?)",
                field.id(),
                field.recordType(),
                field.name(),
                field.kind(),
                field.references(),
                json(field.labels()).toString(),
                json(field.help()).toString(),
                field.group(),
                field.required(),
                field.unique(),
                field.indexed(),
                field.searchable(),
                json(field.choices()).toString(),
                preset(field),
                ConditionJson.written(field.conditions()).toString(),
                formula(field),
                field.result());
    }

    private static String formula(OwnFieldView field) {
        return field.formula().isEmpty() ? null : field.formula();
    }

    void change(OwnFieldView field) {
        sql.update(
                "update core.own_field set version = version + 1, labels = ?::jsonb, help = ?::jsonb, section = ?,"
                        + " required = ?, sole = ?, indexed = ?, searchable = ?, choices = ?::jsonb, preset = ?,"
                        + " conditions = ?::jsonb, formula = ? where id = ?",
                json(field.labels()).toString(),
                json(field.help()).toString(),
                field.group(),
                field.required(),
                field.unique(),
                field.indexed(),
                field.searchable(),
                json(field.choices()).toString(),
                preset(field),
                ConditionJson.written(field.conditions()).toString(),
                formula(field),
                field.id());
    }

    private static String preset(OwnFieldView field) {
        return field.preset() == JsonValue.NULL ? null : field.preset().toString();
    }

    private static JsonObject json(Map<String, String> texts) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        texts.forEach(object::add);
        return object.build();
    }

    private static JsonArray json(List<OwnChoice> choices) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        choices.forEach(choice -> array.add(
                JSON.createObjectBuilder().add("value", choice.value()).add("labels", json(choice.labels()))));
        return array.build();
    }

    void hide(UUID id, boolean hidden) {
        sql.update(
                "update core.own_field set version = version + 1, hidden_at = case when ? then now() end where id = ?",
                hidden,
                id);
    }

    /** Hidden ones whose time to be restored is over. */
    List<OwnFieldView> due() {
        return sql.list(
                QUERY + " where hidden_at < ?",
                OwnFieldRows::view,
                Instant.now().minus(KEPT));
    }

    void delete(UUID id) {
        sql.update("delete from core.own_field where id = ?", id);
    }
}
