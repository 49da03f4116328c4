package org.pipewright.deploy.proofs;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds a real answer against its schema, stricter than JSON Schema does: what is not described must not be there. A
 * member may be null, which stands for no value everywhere in the API.
 */
final class Conformity {

    /** Fields that a tenant added stand in the document of that tenant only. */
    private static final Pattern ADDED = Pattern.compile("own[A-Z0-9]\\w*");

    private final OpenApi document;
    private final List<String> problems = new ArrayList<>();

    private Conformity(OpenApi document) {
        this.document = document;
    }

    static List<String> problems(OpenApi document, JsonObject schema, JsonValue value) {
        Conformity conformity = new Conformity(document);
        conformity.check("", schema, value);
        return conformity.problems;
    }

    private void check(String at, JsonObject given, JsonValue value) {
        JsonObject schema = document.resolved(given);
        String type = schema.getString("type", "");
        if (value == JsonValue.NULL || type.isEmpty()) {
            return;
        }
        boolean fits = switch (type) {
            case "object" -> value instanceof JsonObject object && members(at, schema, object);
            case "array" -> value instanceof JsonArray array && items(at, schema, array);
            case "string" -> value instanceof JsonString text && isChoice(schema, text);
            case "integer" -> value instanceof JsonNumber number && number.isIntegral();
            case "number" -> value instanceof JsonNumber;
            case "boolean" -> value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
            default -> false;
        };
        if (!fits) {
            problems.add(at + " is no " + type + ": " + value);
        }
    }

    private boolean members(String at, JsonObject schema, JsonObject object) {
        JsonObject properties = schema.getJsonObject("properties");
        Optional<JsonObject> others =
                schema.get("additionalProperties") instanceof JsonObject open ? Optional.of(open) : Optional.empty();
        object.forEach((name, value) -> {
            if (properties != null && properties.containsKey(name)) {
                check(at + "/" + name, properties.getJsonObject(name), value);
            } else if (others.isPresent()) {
                check(at + "/" + name, others.get(), value);
            } else if (!ADDED.matcher(name).matches()) {
                problems.add(at + "/" + name + " is not described");
            }
        });
        return true;
    }

    private boolean items(String at, JsonObject schema, JsonArray array) {
        if (schema.containsKey("items")) {
            array.forEach(item -> check(at + "/*", schema.getJsonObject("items"), item));
        }
        return true;
    }

    private static boolean isChoice(JsonObject schema, JsonString text) {
        JsonArray choices = schema.getJsonArray("enum");
        return choices == null || choices.contains(text);
    }
}
