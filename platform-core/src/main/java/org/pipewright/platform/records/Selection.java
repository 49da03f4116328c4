package org.pipewright.platform.records;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.contactpoints.ContactPoints;

/** The columns a query selects for some fields, and how a row of them is written as JSON. */
final class Selection {

    private final List<DeclaredField> fields;
    private final List<String> columns = new ArrayList<>();

    private Selection(List<DeclaredField> fields) {
        this.fields = fields;
    }

    /** Selects the named fields the caller may see; all of them when no names are given. */
    static Selection of(Query query, Set<String> names) {
        Selection selection = new Selection(query.type().fields().stream()
                .filter(field -> names.isEmpty() || names.contains(field.name()))
                .filter(field -> Query.isVisible(query.caller(), query.type(), field))
                .toList());
        selection.columns.add("t.id");
        selection.columns.add("t.version");
        selection.fields.forEach(field -> selection.addColumns(query, field));
        return selection;
    }

    private void addColumns(Query query, DeclaredField field) {
        columns.add("t." + field.column());
        if (field.kind() == FieldKind.REFERENCE) {
            Query.Target title = query.titleOf(Query.MAIN, field);
            columns.add(title.alias() + "." + title.field().column());
        } else if (field.kind() == FieldKind.MONEY) {
            columns.add("t." + field.column().replaceFirst("_amount$", "_currency"));
        }
    }

    String columns() {
        return String.join(", ", columns);
    }

    int width() {
        return columns.size();
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

    private static void writeScalar(ResultSet row, int column, DeclaredField field, JsonGenerator json)
            throws SQLException {
        if (row.getObject(column) == null) {
            json.writeNull(field.name());
            return;
        }
        switch (field.kind()) {
            case INTEGER -> json.write(field.name(), row.getLong(column));
            case DECIMAL -> json.write(field.name(), row.getBigDecimal(column).stripTrailingZeros());
            case BOOLEAN -> json.write(field.name(), row.getBoolean(column));
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
