package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.errors.InvalidFields;

/**
 * Where a page ended: the sort values and the id of its last record. A page after it is stable under inserts, unlike
 * one by offset.
 */
final class Cursor {

    private Cursor() {}

    static String encode(List<String> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(value == null ? JsonValue.NULL : JSON.createValue(value)));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(array.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The condition for records after the cursor in the order of the keys and then the id. */
    static SqlPart condition(List<SortKey> keys, String cursor) {
        List<String> values = decode(cursor, keys.size() + 1);
        return after(keys, values, 0);
    }

    private static List<String> decode(String cursor, int size) {
        try (JsonReader reader = JSON.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)))) {
            JsonArray array = reader.readArray();
            List<String> values = new ArrayList<>();
            array.forEach(value -> values.add(value instanceof JsonString text ? text.getString() : null));
            if (values.size() == size) {
                return values;
            }
        } catch (IllegalArgumentException | JsonException e) {
            throw InvalidFields.refusal("after", "invalid");
        }
        throw InvalidFields.refusal("after", "invalid");
    }

    private static SqlPart after(List<SortKey> keys, List<String> values, int index) {
        if (index == keys.size()) {
            return afterId(keys, values.get(index));
        }
        SortKey key = keys.get(index);
        String value = values.get(index);
        SqlPart rest = after(keys, values, index + 1);
        if (value == null) {
            return new SqlPart()
                    .add("(" + key.column() + " is null and ")
                    .add(rest)
                    .add(")");
        }
        String beyond = key.column() + (key.descending() ? " < ?" : " > ?") + key.cast();
        return new SqlPart()
                .add(
                        "(" + beyond + " or " + key.column() + " is null or (" + key.column() + " = ?" + key.cast(),
                        value,
                        value)
                .add(" and ")
                .add(rest)
                .add("))");
    }

    private static SqlPart afterId(List<SortKey> keys, String id) {
        if (id == null) {
            throw InvalidFields.refusal("after", "invalid");
        }
        return new SqlPart().add("t.id" + (idDescends(keys) ? " < ?" : " > ?") + "::uuid", id);
    }

    /** The id continues in the direction of the last key, so that one index can serve the whole order. */
    static boolean idDescends(List<SortKey> keys) {
        return !keys.isEmpty() && keys.get(keys.size() - 1).descending();
    }
}
