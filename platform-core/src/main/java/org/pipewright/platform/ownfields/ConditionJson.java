package org.pipewright.platform.ownfields;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import org.pipewright.platform.recordtypes.Condition;

/** Conditions of a field as they are kept. */
final class ConditionJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private ConditionJson() {}

    static JsonObject written(Condition.OfField conditions) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        add(object, "required", conditions.required());
        add(object, "shown", conditions.shown());
        add(object, "readOnly", conditions.readOnly());
        return object.build();
    }

    private static void add(JsonObjectBuilder object, String name, Condition condition) {
        if (condition != null) {
            object.add(
                    name,
                    JSON.createObjectBuilder()
                            .add("field", condition.field())
                            .add("values", JSON.createArrayBuilder(condition.values())));
        }
    }

    static Condition.OfField read(JsonObject object) {
        return new Condition.OfField(
                condition(object, "required"), condition(object, "shown"), condition(object, "readOnly"));
    }

    private static Condition condition(JsonObject object, String name) {
        return object.containsKey(name)
                ? new Condition(
                        object.getJsonObject(name).getString("field"),
                        object.getJsonObject(name).getJsonArray("values").getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .toList())
                : null;
    }
}
