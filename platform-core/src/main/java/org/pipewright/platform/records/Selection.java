package org.pipewright.platform.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.criteria.TagAccess;
import org.pipewright.platform.currencies.Amounts;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.contactpoints.ContactPoints;

/** The columns a query selects for some fields, and how a row of them is written as JSON. */
final class Selection {

    /** Member of records that have names in several languages: the one in the caller's. */
    private static final String TRANSLATED = "translatedTitle";

    private final List<DeclaredField> fields;
    private final List<SqlPart> columns = new ArrayList<>();
    private boolean translated;

    private Selection(List<DeclaredField> fields) {
        this.fields = fields;
    }

    /** Selects the named fields, or all the caller may see but the tags when no names are given; refuses others. */
    static Selection of(Query query, Set<String> names) {
        List<String> unknown =
                names.stream().filter(name -> !isShown(query, name)).toList();
        if (!unknown.isEmpty()) {
            throw InvalidFields.unknown("fields", unknown);
        }
        Stream<DeclaredField> fields =
                query.type().shown().stream().filter(field -> names.isEmpty() || names.contains(field.name()));
        return of(query, names.contains(TypeReading.TAGS.name()) ? Stream.concat(fields, tags()) : fields);
    }

    private static boolean isShown(Query query, String name) {
        return query.type()
                .listed(name)
                .filter(field -> Query.isVisible(query.caller(), query.type(), field))
                .isPresent();
    }

    /** Selects all there is to a record. */
    static Selection whole(Query query) {
        return of(query, Stream.concat(query.type().shown().stream(), tags()));
    }

    private static Stream<DeclaredField> tags() {
        return Stream.of(TypeReading.TAGS);
    }

    private static Selection of(Query query, Stream<DeclaredField> fields) {
        Selection selection = new Selection(fields.filter(field -> Query.isVisible(query.caller(), query.type(), field))
                .toList());
        selection.add("t.id");
        selection.add("t.version");
        selection.fields.forEach(field -> selection.addColumns(query, field));
        if (query.type().isTranslatable()
                && selection.fields.contains(query.type().title())) {
            query.shownTitle().ifPresent(selection::add);
            selection.translated = true;
        }
        return selection;
    }

    private void addColumns(Query query, DeclaredField field) {
        add(column(query, field));
        if (field.kind() == FieldKind.REFERENCE) {
            columns.add(query.shownTitleOf(field));
        } else if (field.kind() == FieldKind.MONEY) {
            add(field.currencyIn(Query.MAIN));
        }
    }

    private static String column(Query query, DeclaredField field) {
        return switch (field.kind()) {
            case TAGS -> tags(query);
            case FILE -> field.fileIn(Query.MAIN);
            default -> field.in(Query.MAIN);
        };
    }

    private void add(String column) {
        columns.add(new SqlPart().add(column));
    }

    private static String tags(Query query) {
        return "(select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.name, 'colour', k.colour)"
                + " order by lower(k.name), k.id) from core.tagged g join core.tag k on k.tenant_id = g.tenant_id"
                + " and k.id = g.tag_id where g.record_id = t.id and " + TagAccess.condition(query.caller()) + ")";
    }

    SqlPart columns() {
        SqlPart all = new SqlPart();
        columns.forEach(column -> all.add(all.isEmpty() ? "" : ", ").add(column));
        return all;
    }

    int width() {
        return columns.size();
    }

    /** Where the first of a selected field's columns is, counted from 1. */
    int columnOf(DeclaredField wanted) {
        int column = 3;
        for (DeclaredField field : fields) {
            if (field.name().equals(wanted.name())) {
                return column;
            }
            column += field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.MONEY ? 2 : 1;
        }
        throw new IllegalArgumentException(wanted.name() + " is not selected");
    }

    List<DeclaredField> fields() {
        return fields;
    }

    /** Writes the row as members of the JSON object that is open. */
    void write(ResultSet row, JsonGenerator json) throws SQLException {
        json.write("id", row.getString(1));
        json.write("version", row.getInt(2));
        int column = 3;
        for (DeclaredField field : fields) {
            column += write(row, column, field, json);
        }
        if (translated) {
            json.write(TRANSLATED, row.getString(column));
        }
    }

    private static int write(ResultSet row, int column, DeclaredField field, JsonGenerator json) throws SQLException {
        switch (field.kind()) {
            case REFERENCE -> {
                writeReference(row, column, field.name(), json);
                return 2;
            }
            case MONEY -> {
                writeMoney(row, column, field.name(), json);
                return 2;
            }
            default -> writeScalar(row, column, field, json);
        }
        return 1;
    }

    private static void writeReference(ResultSet row, int column, String name, JsonGenerator json) throws SQLException {
        String id = row.getString(column);
        if (id == null) {
            json.writeNull(name);
            return;
        }
        json.writeStartObject(name).write("id", id);
        String title = row.getString(column + 1);
        if (title == null) {
            json.writeNull("title");
        } else {
            json.write("title", title);
        }
        json.writeEnd();
    }

    private static void writeMoney(ResultSet row, int column, String name, JsonGenerator json) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        String currency = row.getString(column + 1);
        if (amount == null || currency == null) {
            json.writeNull(name);
        } else {
            json.writeStartObject(name)
                    .write("amount", Amounts.text(amount, currency))
                    .write("currency", currency)
                    .writeEnd();
        }
    }

    /** Tags are known even where there is none. */
    private static void writeNothing(DeclaredField field, JsonGenerator json) {
        if (field.kind() == FieldKind.TAGS) {
            json.write(field.name(), JsonValue.EMPTY_JSON_ARRAY);
        } else {
            json.writeNull(field.name());
        }
    }

    private static JsonArray array(String text) {
        try (JsonReader reader = FieldValues.JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    /** Without zeros at the end, and never with an exponent, which nobody wants to read in a file. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static void writeScalar(ResultSet row, int column, DeclaredField field, JsonGenerator json)
            throws SQLException {
        if (row.getObject(column) == null) {
            writeNothing(field, json);
            return;
        }
        switch (field.kind()) {
            case TAGS -> json.write(field.name(), array(row.getString(column)));
            case INTEGER -> json.write(field.name(), row.getLong(column));
            case DECIMAL -> json.write(field.name(), plain(row.getBigDecimal(column)));
            case BOOLEAN -> json.write(field.name(), row.getBoolean(column));
            case CHOICES, TAXES -> json.write(field.name(), array(row.getString(column)));
            case FILE -> json.write(field.name(), FieldValues.object(row.getString(column)));
            case EMAILS, PHONES, LINKS, ADDRESSES ->
                json.write(
                        field.name(),
                        ContactPoints.ofJson(row.getString(column)).toJson());
            case INSTANT ->
                json.write(field.name(), row.getTimestamp(column).toInstant().toString());
            default -> json.write(field.name(), row.getString(column));
        }
    }
}
