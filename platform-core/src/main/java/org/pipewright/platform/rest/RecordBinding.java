package org.pipewright.platform.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;

/** Binds JSON to Java records by their components and collects what does not fit. */
public final class RecordBinding {

    /** Reads the value of a component; tells what does not fit by itself and then answers null. */
    @FunctionalInterface
    public interface ComponentReader {
        Object read(RecordComponent component, JsonValue value);
    }

    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit() {
            super(null, null, false, false);
        }
    }

    private final List<FieldError> errors;

    public RecordBinding(List<FieldError> errors) {
        this.errors = errors;
    }

    /** The record of the object's members, read as they are, or null when something does not fit. */
    public <T> T bind(Class<T> type, JsonObject object) {
        return type.cast(bind(type, object, ""));
    }

    Object bind(Class<?> type, JsonObject object, String path) {
        return bind(type, object, path, (component, value) -> component(component, value, path));
    }

    /** The record of the object's members, or null when something does not fit. */
    public <T> T bind(Class<T> type, JsonObject object, String path, ComponentReader reader) {
        RecordComponent[] components = type.getRecordComponents();
        rejectUnknown(components, object, path);
        Object[] values = Arrays.stream(components)
                .map(component -> reader.read(component, object.getOrDefault(component.getName(), JsonValue.NULL)))
                .toArray();
        rejectAbsent(components, values, path);
        return construct(type, components, values);
    }

    private void rejectAbsent(RecordComponent[] components, Object[] values, String path) {
        for (int i = 0; i < components.length; i++) {
            String name = path + components[i].getName();
            if (values[i] == null
                    && isMandatory(components[i])
                    && errors.stream().noneMatch(e -> e.field().equals(name))) {
                reject(name, "required");
            }
        }
    }

    private static boolean isMandatory(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(NotNull.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class)
                || component.getAccessor().isAnnotationPresent(NotEmpty.class)
                || component.getType().isPrimitive();
    }

    private void rejectUnknown(RecordComponent[] components, JsonObject object, String path) {
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        object.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> reject(path + name, "unknown"));
    }

    private Object component(RecordComponent component, JsonValue value, String path) {
        String name = path + component.getName();
        try {
            return value(component.getGenericType(), value, name);
        } catch (Unfit | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            reject(name, "wrong-type");
            return null;
        }
    }

    private Object value(Type type, JsonValue value, String path) {
        if (value == JsonValue.NULL) {
            return null;
        }
        if (type instanceof ParameterizedType parameterized) {
            return container(parameterized, value, path);
        }
        Class<?> raw = (Class<?>) type;
        return raw.isRecord() ? bind(raw, object(value), path + ".") : scalar(raw, value);
    }

    private Object container(ParameterizedType type, JsonValue value, String path) {
        if (type.getRawType() == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            object(value)
                    .forEach((key, entry) ->
                            map.put(key, value(type.getActualTypeArguments()[1], entry, path + "." + key)));
            return map;
        }
        if (!(value instanceof JsonArray array)) {
            throw new Unfit();
        }
        List<Object> list = new ArrayList<>();
        array.forEach(entry -> list.add(required(value(type.getActualTypeArguments()[0], entry, path))));
        return type.getRawType() == Set.class ? Set.copyOf(list) : list;
    }

    private static Object required(Object value) {
        if (value == null) {
            throw new Unfit();
        }
        return value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object scalar(Class<?> type, JsonValue value) {
        if (type == String.class) {
            return text(value);
        } else if (type == UUID.class) {
            return UUID.fromString(text(value));
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text(value));
        } else if (type == Instant.class) {
            return Instant.parse(text(value));
        } else if (type.isEnum()) {
            return Enum.valueOf((Class<? extends Enum>) type, text(value));
        } else if (type == Boolean.class || type == boolean.class) {
            return bool(value);
        } else if (type == Integer.class || type == int.class) {
            return number(value).intValueExact();
        } else if (type == BigDecimal.class) {
            return number(value);
        } else if (type == JsonObject.class) {
            return object(value);
        } else if (type == JsonValue.class) {
            return value;
        }
        throw new IllegalStateException("No binding for " + type);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string && string.getString().indexOf('\0') < 0) {
            return string.getString();
        }
        throw new Unfit();
    }

    private static Boolean bool(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new Unfit();
        };
    }

    private static BigDecimal number(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        throw new Unfit();
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new Unfit();
    }

    private <T> T construct(Class<T> type, RecordComponent[] components, Object[] values) {
        if (!errors.isEmpty()) {
            return null;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    private void reject(String field, String code) {
        errors.add(InvalidFields.error(field, code));
    }
}
