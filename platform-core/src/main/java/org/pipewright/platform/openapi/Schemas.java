package org.pipewright.platform.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.taxes.TaxCategory;

/** Schemas of record types and of transfer records, collected while operations are described. */
final class Schemas {

    private final Map<String, JsonObject> components = new TreeMap<>();

    Schemas() {
        components.put("Problem", problem());
        components.put("Money", object(Map.of("amount", string(""), "currency", string(""))));
        components.put("TagOfRecord", object(Map.of("id", string("uuid"), "title", string(""), "colour", string(""))));
        components.put("Reference", object(Map.of("id", string("uuid"), "title", string(""))));
    }

    JsonObject components() {
        JsonObjectBuilder schemas = Json.createObjectBuilder();
        components.forEach(schemas::add);
        return schemas.build();
    }

    static JsonObject ref(String name) {
        return Json.createObjectBuilder()
                .add("$ref", "#/components/schemas/" + name)
                .build();
    }

    /** RFC 9457; besides, what the title speaks of is told by name, as {@code verb} or {@code level}. */
    private static JsonObject problem() {
        JsonObject error = object(Map.of("field", string(""), "code", string(""), "message", string("")));
        JsonObject problem = object(Map.of(
                "type", string("uri-reference"),
                "title", string(""),
                "status", simple("integer"),
                "detail", string(""),
                "errors", array(requiring(error, "field", "code", "message"))));
        return Json.createObjectBuilder(requiring(problem, "type", "title", "status"))
                .add("additionalProperties", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    private static JsonObject requiring(JsonObject schema, String... names) {
        return Json.createObjectBuilder(schema)
                .add("required", Json.createArrayBuilder(List.of(names)))
                .build();
    }

    /** The schema of a record as it is read; read-only members are marked. */
    JsonObject record(DeclaredType type, Predicate<DeclaredField> visible) {
        JsonObjectBuilder properties = Json.createObjectBuilder()
                .add("id", readOnly(string("uuid")))
                .add("version", readOnly(simple("integer")));
        JsonArrayBuilder required = Json.createArrayBuilder();
        type.shown().stream().filter(visible).forEach(field -> {
            JsonObject schema = field(field);
            properties.add(field.name(), field.readOnly() ? readOnly(schema) : schema);
            if (field.required() && !field.readOnly()) {
                required.add(field.name());
            }
        });
        if (visible.test(TypeReading.TAGS)) {
            properties.add(TypeReading.TAGS.name(), readOnly(array(ref("TagOfRecord"))));
        }
        if (type.isTranslatable() && visible.test(type.title())) {
            properties.add("translatedTitle", readOnly(string("")));
        }
        properties.add("actions", readOnly(array(string(""))));
        properties.add("parts", readOnly(map(string(""))));
        properties.add("included", readOnly(included()));
        components.put(
                type.name(),
                Json.createObjectBuilder()
                        .add("type", "object")
                        .add("properties", properties)
                        .add("required", required)
                        .build());
        return ref(type.name());
    }

    /** The schema of the fields of a verb's form. */
    JsonObject input(String name, Collection<DeclaredField> fields) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        fields.forEach(field -> {
            properties.add(field.name(), field(field));
            if (field.required()) {
                required.add(field.name());
            }
        });
        components.put(
                name,
                Json.createObjectBuilder()
                        .add("type", "object")
                        .add("properties", properties)
                        .add("required", required)
                        .build());
        return ref(name);
    }

    private static JsonObject field(DeclaredField field) {
        return switch (field.kind()) {
            case INTEGER -> simple("integer");
            case DECIMAL -> simple("number");
            case BOOLEAN -> simple("boolean");
            case DATE -> string("date");
            case INSTANT -> string("date-time");
            case ID -> string("uuid");
            case EMAIL -> string("email");
            case REFERENCE -> reference(field);
            case FILE -> ref("Reference");
            case MONEY -> ref("Money");
            case CHOICE -> choice(field.choices());
            case CHOICES -> array(choice(field.choices()));
            case TAXES -> array(taxes());
            case EMAILS, PHONES, LINKS, ADDRESSES -> array(points(field));
            default -> text(field.rules().max());
        };
    }

    /** A row of a tax breakdown. */
    private static JsonObject taxes() {
        JsonObjectBuilder properties = Json.createObjectBuilder()
                .add(
                        "category",
                        choice(Stream.of(TaxCategory.values()).map(Enum::name).toList()))
                .add("rate", simple("number"));
        Stream.of("base", "tax", "discount", "exemption").forEach(name -> properties.add(name, string("")));
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .build();
    }

    /** A contact point: its kind, whether it is the primary one, and its parts. */
    private static JsonObject points(DeclaredField field) {
        JsonObjectBuilder properties =
                Json.createObjectBuilder().add("kind", choice(field.kinds())).add("primary", simple("boolean"));
        field.parts().forEach(part -> properties.add(part.name(), field(part)));
        if (field.kind() == FieldKind.PHONES) {
            properties.add("e164", readOnly(string("")));
        }
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .build();
    }

    private static JsonObject reference(DeclaredField field) {
        return Json.createObjectBuilder(ref("Reference"))
                .add("x-references", field.references())
                .build();
    }

    private static JsonObject choice(Collection<String> values) {
        return Json.createObjectBuilder(string(""))
                .add("enum", Json.createArrayBuilder(values))
                .build();
    }

    private static JsonObject text(int max) {
        return Json.createObjectBuilder(string("")).add("maxLength", max).build();
    }

    /** The schema of a Java type of a request or an answer. */
    JsonObject of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type last = parameterized.getActualTypeArguments()[parameterized.getActualTypeArguments().length - 1];
            return parameterized.getRawType() == Map.class ? map(of(last)) : array(of(last));
        } else if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        } else if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject ofClass(Class<?> type) {
        if (type.isRecord()) {
            return transfer(type);
        } else if (type.isEnum()) {
            return choice(Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        } else if (type == UUID.class) {
            return string("uuid");
        } else if (type == LocalDate.class) {
            return string("date");
        } else if (type == Instant.class) {
            return string("date-time");
        } else if (type == String.class) {
            return string("");
        } else if (type == Boolean.class || type == boolean.class) {
            return simple("boolean");
        } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return simple("number");
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return simple("integer");
        }
        return json(type);
    }

    /** JSON of which Java does not tell what is in it. */
    private static JsonObject json(Class<?> type) {
        if (type == JsonArray.class) {
            return simple("array");
        }
        return type == JsonValue.class ? JsonValue.EMPTY_JSON_OBJECT : map(JsonValue.EMPTY_JSON_OBJECT);
    }

    private JsonObject transfer(Class<?> type) {
        String name = name(type);
        if (components.putIfAbsent(name, JsonValue.EMPTY_JSON_OBJECT) == null) {
            JsonObjectBuilder properties = Json.createObjectBuilder();
            JsonArrayBuilder required = Json.createArrayBuilder();
            for (RecordComponent component : type.getRecordComponents()) {
                properties.add(name(component), of(component.getGenericType()));
                if (isMandatory(component.getAccessor()) || component.getType().isPrimitive()) {
                    required.add(name(component));
                }
            }
            components.put(
                    name,
                    Json.createObjectBuilder()
                            .add("type", "object")
                            .add("properties", properties)
                            .add("required", required)
                            .build());
        }
        return ref(name);
    }

    private static String name(RecordComponent component) {
        JsonbProperty given = component.getAccessor().getAnnotation(JsonbProperty.class);
        return given == null ? component.getName() : given.value();
    }

    private static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    }

    private static boolean isMandatory(AnnotatedElement component) {
        return component.isAnnotationPresent(NotNull.class)
                || component.isAnnotationPresent(NotBlank.class)
                || component.isAnnotationPresent(NotEmpty.class);
    }

    private static JsonObject readOnly(JsonObject schema) {
        return Json.createObjectBuilder(schema).add("readOnly", true).build();
    }

    static JsonObject simple(String type) {
        return Json.createObjectBuilder().add("type", type).build();
    }

    static JsonObject string(String format) {
        JsonObjectBuilder schema = Json.createObjectBuilder().add("type", "string");
        return (format.isEmpty() ? schema : schema.add("format", format)).build();
    }

    static JsonObject array(JsonObject items) {
        return Json.createObjectBuilder()
                .add("type", "array")
                .add("items", items)
                .build();
    }

    /** Records that references point to, by their type and id. */
    static JsonObject included() {
        return Json.createObjectBuilder(map(map(map(JsonValue.EMPTY_JSON_OBJECT))))
                .add("description", "What include asked for, by record type and id, as lists of the type show it")
                .build();
    }

    private static JsonObject map(JsonObject values) {
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("additionalProperties", values)
                .build();
    }

    private static JsonObject object(Map<String, JsonObject> members) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        new TreeMap<>(members).forEach(properties::add);
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .build();
    }
}
