package org.pipewright.platform.exports;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.contactpoints.PointText;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.taxes.TaxBreakdown;

/** Turns a record as a list tells it into the cells of a row. */
final class ExportedRow {

    private static final Set<FieldKind> NUMBERS = Set.of(FieldKind.INTEGER, FieldKind.DECIMAL);

    private ExportedRow() {}

    static List<Cell> cells(JsonObject item, List<DeclaredField> fields) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(item.getString("id")));
        fields.forEach(field -> add(cells, field, item.getOrDefault(field.name(), JsonValue.NULL)));
        return cells;
    }

    private static void add(List<Cell> cells, DeclaredField field, JsonValue value) {
        if (field.kind() == FieldKind.MONEY) {
            cells.add(Cell.number(member(value, "amount")));
            cells.add(Cell.text(member(value, "currency")));
        } else if (field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.FILE) {
            cells.add(Cell.text(member(value, "title")));
        } else if (field.kind().isPoints()) {
            cells.add(Cell.text(value instanceof JsonArray points ? PointText.write(field, points) : ""));
        } else if (field.kind() == FieldKind.TAGS) {
            cells.add(Cell.text(value instanceof JsonArray tags ? titles(tags) : ""));
        } else if (field.kind() == FieldKind.TAXES) {
            cells.add(Cell.text(
                    value instanceof JsonArray
                            ? TaxBreakdown.ofJson(value.toString()).inWords()
                            : ""));
        } else if (field.kind() == FieldKind.CHOICES) {
            cells.add(Cell.text(value instanceof JsonArray choices ? values(choices) : ""));
        } else if (NUMBERS.contains(field.kind())) {
            cells.add(Cell.number(text(value)));
        } else {
            cells.add(Cell.text(text(value)));
        }
    }

    private static String titles(JsonArray tags) {
        return tags.getValuesAs(JsonObject.class).stream()
                .map(tag -> tag.getString("title"))
                .collect(Collectors.joining(", "));
    }

    private static String values(JsonArray choices) {
        return choices.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.joining(", "));
    }

    private static String member(JsonValue value, String name) {
        return value instanceof JsonObject object ? text(object.getOrDefault(name, JsonValue.NULL)) : "";
    }

    private static String text(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
