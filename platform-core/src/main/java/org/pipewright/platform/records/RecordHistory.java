package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** What happened to one record, without changes of fields the caller may not see. */
@ApplicationScoped
public class RecordHistory {

    /**
     * What happened to a record, newest first.
     *
     * @param next cursor of the next page, or null
     */
    public record Page(List<Entry> items, String next) {}

    /**
     * Something that happened.
     *
     * @param by who did it, or null
     * @param part to which part of the record, or null if to itself
     */
    public record Entry(String id, Instant at, String via, String action, List<Change> changes, By by, Part part) {}

    /** A part of the record. */
    public record Part(String recordType, String title) {}

    /** A field before and after. */
    public record Change(
            String field,
            JsonValue old,
            @JsonbProperty("new") JsonValue now) {}

    /** Who did it. */
    public record By(String id, String title) {}

    /** What {@link #entry} reads. */
    public static final String COLUMNS =
            "h.id, h.at, h.via, h.action, h.changes, h.member_id, m.name, h.subject, h.title";

    /** The history, called {@code h}, with those who wrote it. */
    public static final String TABLES =
            " from core.history h left join core.member m on m.tenant_id = h.tenant_id and m.id = h.member_id";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    String page(DeclaredType type, UUID id, long before, int limit) {
        reading.requireView(type);
        reading.requireVisible(type, id);
        Map<String, DeclaredType> told = told(type);
        SqlPart statement = new SqlPart()
                .add("select " + COLUMNS + TABLES + " where ")
                .add(condition(type, Set.of(id)))
                .add(" and h.id < ? order by h.id desc limit " + (limit + 1), before);
        List<JsonObject> entries =
                sql.list(statement.text(), row -> entry(type, told.get(row.getString(8)), row), statement.parameters());
        return page(entries, limit);
    }

    /** The type and those of its parts that the caller has, by name. */
    private Map<String, DeclaredType> told(DeclaredType type) {
        Map<String, DeclaredType> told = new TreeMap<>(Map.of(type.name(), type));
        types.parts(type).values().stream()
                .filter(part -> callers.hasFeature(part.feature()))
                .forEach(part -> told.put(part.name(), part));
        return told;
    }

    /** The condition for entries of these records and of their parts, in the history called {@code h}. */
    public SqlPart condition(DeclaredType type, Collection<UUID> records) {
        Map<String, DeclaredType> told = told(type);
        return new SqlPart()
                .add("h.record_id = any(array(")
                .add(recordsAndParts(type, told.values(), records))
                .add(")) and h.subject = any(?)", told.keySet());
    }

    private static SqlPart recordsAndParts(DeclaredType type, Collection<DeclaredType> told, Collection<UUID> records) {
        SqlPart ids = new SqlPart().add("select unnest(?::uuid[])", records);
        told.stream()
                .filter(part -> part != type)
                .forEach(part -> ids.add(
                        " union all select p.id from " + part.table() + " p where p."
                                + part.hostField().column() + " = any(?)",
                        records));
        return ids;
    }

    private static String page(List<JsonObject> entries, int limit) {
        boolean more = entries.size() > limit;
        JsonArrayBuilder items = Json.createArrayBuilder();
        entries.stream().limit(limit).forEach(items::add);
        JsonValue next = more ? Json.createValue(entries.get(limit - 1).getString("id")) : JsonValue.NULL;
        return Json.createObjectBuilder()
                .add("items", items)
                .add("next", next)
                .build()
                .toString();
    }

    /** An entry read from {@link #COLUMNS}, without fields the caller may not see; of a part it says so. */
    public JsonObject entry(ResultSet row) throws SQLException {
        DeclaredType type = types.named(row.getString(8)).orElseThrow();
        return entry(type.host().isPresent() ? null : type, type, row);
    }

    private JsonObject entry(DeclaredType page, DeclaredType type, ResultSet row) throws SQLException {
        JsonObjectBuilder entry = Json.createObjectBuilder()
                .add("id", row.getString(1))
                .add("at", row.getTimestamp(2).toInstant().toString())
                .add("via", row.getString(3))
                .add("action", row.getString(4))
                .add("changes", visible(type, row.getString(5)));
        if (type != page) {
            String title = row.getString(9);
            entry.add(
                    "part",
                    Json.createObjectBuilder().add("recordType", type.name()).add("title", title == null ? "" : title));
        }
        if (row.getString(6) == null) {
            return entry.addNull("by").build();
        }
        return entry.add("by", by(row.getString(6), row.getString(7))).build();
    }

    private static JsonObjectBuilder by(String id, String name) {
        return Json.createObjectBuilder().add("id", id).add("title", name == null ? "" : name);
    }

    private JsonArray visible(DeclaredType type, String changes) {
        try (JsonReader reader = Json.createReader(new StringReader(changes))) {
            JsonArrayBuilder visible = Json.createArrayBuilder();
            reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(change -> isVisible(type, change.getString("field")))
                    .forEach(visible::add);
            return visible.build();
        }
    }

    /** What is no field, such as a share or the roles of a person, cannot be restricted. */
    private boolean isVisible(DeclaredType type, String field) {
        return type.field(field)
                .map(declared -> Query.isVisible(callers.caller(), type, declared))
                .orElse(true);
    }
}
