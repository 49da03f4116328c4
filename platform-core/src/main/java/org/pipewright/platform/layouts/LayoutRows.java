package org.pipewright.platform.layouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** The layouts in the database. */
@ApplicationScoped
class LayoutRows {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String QUERY =
            "select id, version, record_type, role_id, kind_field, kind_value, sections, columns from core.layout";

    /** The more a layout says about whom it is for, the earlier it comes; a role counts more than a kind. */
    private static final String ORDER = " order by record_type, role_id is null, kind_field is null, created_at, id";

    @Inject
    Sql sql;

    /** All of them, for each record type in the order in which they count. */
    List<LayoutView> all() {
        return sql.list(QUERY + ORDER, LayoutRows::view);
    }

    /** Those of a tenant, which is named in case another one is bound to the running transaction. */
    List<LayoutView> of(UUID tenant) {
        return sql.list(QUERY + " where tenant_id = ?" + ORDER, LayoutRows::view, tenant);
    }

    Optional<LayoutView> locked(UUID id) {
        return sql.first(QUERY + " where id = ? for update", LayoutRows::view, id);
    }

    private static LayoutView view(ResultSet row) throws SQLException {
        String field = row.getString(5);
        return new LayoutView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                field == null ? null : new LayoutView.Kind(field, row.getString(6), null),
                read(row.getString(7)).getValuesAs(JsonObject.class).stream()
                        .map(LayoutRows::section)
                        .toList(),
                texts(read(row.getString(8))));
    }

    private static JsonArray read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    private static LayoutSection section(JsonObject section) {
        Map<String, String> labels = new TreeMap<>();
        section.getJsonObject("labels")
                .forEach((language, text) -> labels.put(language, ((JsonString) text).getString()));
        return new LayoutSection(section.getString("group"), labels, texts(section.getJsonArray("fields")));
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    void add(LayoutView layout) {
        sql.update(
                "insert into core.layout (id, record_type, role_id, kind_field, kind_value, sections, columns)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)",
                layout.id(),
                layout.recordType(),
                layout.role(),
                layout.kind() == null ? null : layout.kind().field(),
                layout.kind() == null ? null : layout.kind().value(),
                sections(layout),
                columns(layout));
    }

    void change(LayoutView layout) {
        sql.update(
                "update core.layout set version = version + 1, sections = ?::jsonb, columns = ?::jsonb where id = ?",
                sections(layout),
                columns(layout),
                layout.id());
    }

    private static String sections(LayoutView layout) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        layout.sections()
                .forEach(section -> array.add(JSON.createObjectBuilder()
                        .add("group", section.group())
                        .add("labels", labels(section))
                        .add("fields", JSON.createArrayBuilder(section.fields()))));
        return array.build().toString();
    }

    private static JsonObjectBuilder labels(LayoutSection section) {
        JsonObjectBuilder labels = JSON.createObjectBuilder();
        section.labels().forEach(labels::add);
        return labels;
    }

    private static String columns(LayoutView layout) {
        return JSON.createArrayBuilder(layout.columns()).build().toString();
    }

    void delete(UUID id) {
        sql.update("delete from core.layout where id = ?", id);
    }
}
