package org.pipewright.platform.workflows;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.pipewright.platform.records.FieldValues;
import org.pipewright.platform.rest.RecordBinding;
import org.pipewright.platform.spi.errors.FieldError;

/** Definitions as they are kept: by the names of their components, as REST writes them. */
final class DefinitionJson {

    private DefinitionJson() {}

    static String text(Definition definition) {
        return value(definition).toString();
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof Record part) {
            return object(part);
        } else if (value instanceof List<?> list) {
            JsonArrayBuilder array = FieldValues.JSON.createArrayBuilder();
            list.forEach(each -> array.add(value(each)));
            return array.build();
        } else if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Integer number
                ? FieldValues.JSON.createValue(number)
                : FieldValues.JSON.createValue(value.toString());
    }

    private static JsonObject object(Record part) {
        JsonObjectBuilder object = FieldValues.JSON.createObjectBuilder();
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(part);
                if (value != null) {
                    object.add(component.getName(), value(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + component, e);
            }
        }
        return object.build();
    }

    static Definition read(String text) {
        try (JsonReader reader = FieldValues.JSON.createReader(new StringReader(text))) {
            List<FieldError> errors = new ArrayList<>();
            Definition definition = new RecordBinding(errors).bind(Definition.class, reader.readObject());
            if (!errors.isEmpty()) {
                throw new IllegalStateException("A workflow is kept in another form: " + errors);
            }
            return definition;
        }
    }
}
