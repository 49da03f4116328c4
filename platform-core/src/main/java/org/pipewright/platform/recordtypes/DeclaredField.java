package org.pipewright.platform.recordtypes;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.records.Field;

/**
 * A field of a record type as it was declared.
 *
 * @param name in REST
 * @param column in the database; for money the first of {@code c}, {@code c_currency}, {@code c_base}
 * @param kind of its values
 * @param rules the declaration
 * @param attribute of the entity or component of a verb's input
 * @param system whether the core sets it
 */
public record DeclaredField(
        String name, String column, FieldKind kind, Field rules, Attribute attribute, boolean system) {

    /** A field of the record whose value stands in the criteria of what may be chosen. */
    public static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Where the value is kept in Java. */
    public record Attribute(Class<?> type, java.lang.reflect.Field field) {}

    /** The column of a part of an amount: {@code currency}, or {@code base} for its value in the tenant's currency. */
    public String column(String part) {
        return column.replaceFirst("_amount$", "_" + part);
    }

    /** Names of the constants of a choice. */
    public List<String> choices() {
        return kind == FieldKind.CHOICE
                ? Arrays.stream(attribute.type().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    /** Kinds its contact points may have; empty for other fields. */
    public List<String> kinds() {
        return PointParts.kinds(kind);
    }

    /** The parts of its contact points, each like a field of its own; empty for other fields. */
    public List<DeclaredField> parts() {
        return PointParts.of(this);
    }

    public String references() {
        return rules.references();
    }

    /** Names of the fields on whose values it depends what may be chosen. */
    public Set<String> offeredBy() {
        return PLACE.matcher(rules.offered())
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }

    public boolean required() {
        return rules.required();
    }

    /** Whether callers may not write it. */
    public boolean readOnly() {
        return system || rules.readOnly();
    }

    public boolean searchable() {
        return rules.searchable();
    }

    public String feature() {
        return rules.feature();
    }

    /** The field's value in an entity. */
    public Object valueIn(Object entity) {
        try {
            return attribute.field().get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the field's value in an entity. */
    public void setIn(Object entity, Object value) {
        try {
            attribute.field().set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
