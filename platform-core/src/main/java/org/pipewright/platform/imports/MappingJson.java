package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Objects;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.rest.StrictJsonReader;

/** Keeps mappings as JSON. */
@ApplicationScoped
class MappingJson {

    @Inject
    StrictJsonReader reader;

    ImportMapping read(String text) {
        try (JsonReader json = JSON.createReader(new StringReader(text))) {
            return reader.record(ImportMapping.class, json.readObject());
        }
    }

    static String write(ImportMapping mapping) {
        JsonArrayBuilder fields = JSON.createArrayBuilder();
        mapping.fields().forEach(field -> fields.add(object(field)));
        JsonArray keys = JSON.createArrayBuilder(mapping.keys()).build();
        return JSON.createObjectBuilder()
                .add("fields", fields)
                .add("mode", mapping.mode())
                .add("keys", keys)
                .add("historical", mapping.historical())
                .build()
                .toString();
    }

    private static JsonObject object(FieldMapping field) {
        JsonObjectBuilder object = JSON.createObjectBuilder().add("field", field.field());
        add(object, "column", field.column());
        add(object, "constant", field.constant());
        add(object, "format", field.format());
        add(object, "by", field.by());
        add(object, "currency", field.currency());
        add(object, "currencyColumn", field.currencyColumn());
        if (!field.aliases().isEmpty()) {
            JsonObjectBuilder values = JSON.createObjectBuilder();
            field.aliases().forEach((from, to) -> values.add(from, Objects.requireNonNullElse(to, "")));
            object.add("values", values);
        }
        return object.add("createMissing", field.createsMissing())
                .add("clear", field.clears())
                .build();
    }

    private static void add(JsonObjectBuilder object, String name, String value) {
        if (value != null) {
            object.add(name, value);
        }
    }
}
