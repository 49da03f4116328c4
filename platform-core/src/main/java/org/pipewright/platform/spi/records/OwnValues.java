package org.pipewright.platform.spi.records;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.Serializable;
import java.io.StringReader;

/**
 * The values of the fields that the tenant added to a record's type (S-CF-01): a value, kept as JSON in one column. A
 * field without a value has no member.
 */
public final class OwnValues implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final String text;
    private transient JsonObject members;

    private OwnValues(JsonObject members) {
        this.text = members.toString();
        this.members = members;
    }

    private OwnValues(String text) {
        this.text = text;
    }

    /** From what {@link #toString} made. */
    public static OwnValues ofJson(String text) {
        return new OwnValues(text);
    }

    /** These values with that one; null stands for no values, and {@link JsonValue#NULL} for no value. */
    public static OwnValues with(OwnValues values, String name, JsonValue value) {
        JsonObjectBuilder changed =
                values == null ? JSON.createObjectBuilder() : JSON.createObjectBuilder(values.members());
        JsonObject members = (value == JsonValue.NULL ? changed.remove(name) : changed.add(name, value)).build();
        return members.isEmpty() ? null : new OwnValues(members);
    }

    /** The value of that name, {@link JsonValue#NULL} if there is none. */
    public JsonValue value(String name) {
        return members().getOrDefault(name, JsonValue.NULL);
    }

    private JsonObject members() {
        if (members == null) {
            try (JsonReader reader = JSON.createReader(new StringReader(text))) {
                members = reader.readObject();
            }
        }
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnValues that && members().equals(that.members());
    }

    @Override
    public int hashCode() {
        return members().keySet().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
