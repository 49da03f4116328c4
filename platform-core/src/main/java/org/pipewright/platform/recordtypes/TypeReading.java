package org.pipewright.platform.recordtypes;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.ColumnNames;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.taxes.TaxBreakdown;

/** Reads record types from entities, and the fields of verbs from their input records. */
public final class TypeReading {

    private static final Set<Class<?>> PLAIN_TYPES = Set.of(
            String.class,
            Integer.class,
            Long.class,
            BigDecimal.class,
            Boolean.class,
            LocalDate.class,
            Instant.class,
            UUID.class,
            Money.class);

    private TypeReading() {}

    /** Reads a record type. */
    public static DeclaredType read(String module, Class<? extends CrmRecord> entity) {
        Table table = entity.getAnnotation(Table.class);
        Map<String, DeclaredField> fields = fields(entity);
        return new DeclaredType(
                module,
                entity,
                entity.getAnnotation(RecordType.class),
                table.schema() + "." + table.name(),
                fields,
                attributes(entity)
                        .filter(attribute -> !attribute.isAnnotationPresent(Transient.class))
                        .allMatch(attribute -> fields.containsKey(attribute.getName()) && isPlain(attribute.getType())),
                Optional.empty(),
                List.of());
    }

    /** Whether a value can be read from a row without the persistence library. */
    private static boolean isPlain(Class<?> type) {
        return type.isPrimitive() || type.isEnum() || PLAIN_TYPES.contains(type);
    }

    private static Stream<java.lang.reflect.Field> attributes(Class<?> entity) {
        Deque<Class<?>> lineage = new ArrayDeque<>();
        for (Class<?> type = entity;
                type != OwnedRecord.class && type != PartRecord.class && type != CrmRecord.class;
                type = type.getSuperclass()) {
            lineage.push(type);
        }
        return lineage.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(attribute -> !Modifier.isStatic(attribute.getModifiers()));
    }

    /** Reads the fields of a verb's input. */
    public static Map<String, DeclaredField> input(Class<?> input) {
        Map<String, DeclaredField> fields = new LinkedHashMap<>();
        Arrays.stream(input.getDeclaredFields())
                .filter(attribute -> !Modifier.isStatic(attribute.getModifiers()))
                .forEach(attribute -> fields.put(attribute.getName(), declared(attribute)));
        return fields;
    }

    private static Map<String, DeclaredField> fields(Class<?> entity) {
        Map<String, DeclaredField> fields = new LinkedHashMap<>();
        attributes(entity)
                .filter(attribute -> attribute.isAnnotationPresent(Field.class))
                .forEach(attribute -> fields.put(attribute.getName(), declared(attribute)));
        if (OwnedRecord.class.isAssignableFrom(entity)) {
            system(fields, OwnedRecord.class, "owner", "core.member", false);
            system(fields, OwnedRecord.class, "team", "core.team", false);
        }
        if (PartRecord.class.isAssignableFrom(entity)) {
            system(fields, PartRecord.class, "position", "", true);
        }
        system(fields, CrmRecord.class, "createdAt", "", true);
        system(fields, CrmRecord.class, "createdBy", "core.member", true);
        system(fields, CrmRecord.class, "updatedAt", "", true);
        system(fields, CrmRecord.class, "updatedBy", "core.member", true);
        system(fields, CrmRecord.class, "missing", "", true);
        return fields;
    }

    private static DeclaredField declared(java.lang.reflect.Field attribute) {
        attribute.setAccessible(true);
        Field rules = attribute.isAnnotationPresent(Field.class) ? attribute.getAnnotation(Field.class) : PLAIN;
        return new DeclaredField(
                attribute.getName(),
                column(attribute),
                kind(attribute.getType(), rules),
                rules,
                new DeclaredField.Attribute(attribute.getType(), attribute),
                false);
    }

    private static void system(
            Map<String, DeclaredField> fields, Class<?> holder, String name, String references, boolean readOnly) {
        try {
            java.lang.reflect.Field attribute = holder.getDeclaredField(name);
            attribute.setAccessible(true);
            Field rules = references.isEmpty() ? PLAIN : references.equals("core.team") ? TEAM : MEMBER;
            fields.put(
                    name,
                    new DeclaredField(
                            name,
                            column(attribute),
                            kind(attribute.getType(), rules),
                            rules,
                            new DeclaredField.Attribute(attribute.getType(), attribute),
                            readOnly));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String column(java.lang.reflect.Field attribute) {
        Column column = attribute.getAnnotation(Column.class);
        if (column != null && !column.name().isEmpty()) {
            return column.name();
        }
        return ColumnNames.of(attribute.getName()) + (attribute.isAnnotationPresent(Embedded.class) ? "_amount" : "");
    }

    private static FieldKind kind(Class<?> type, Field rules) {
        if (!rules.references().isEmpty()) {
            return FieldKind.REFERENCE;
        } else if (type == String.class) {
            return switch (rules.format()) {
                case PLAIN -> FieldKind.TEXT;
                case ANY_CURRENCY -> FieldKind.CURRENCY;
                case LANGUAGE -> FieldKind.CHOICE;
                default -> FieldKind.valueOf(rules.format().name());
            };
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return FieldKind.INTEGER;
        } else if (type == BigDecimal.class) {
            return FieldKind.DECIMAL;
        } else if (type == Boolean.class || type == boolean.class) {
            return FieldKind.BOOLEAN;
        } else if (type == LocalDate.class) {
            return FieldKind.DATE;
        } else if (type == Instant.class) {
            return FieldKind.INSTANT;
        } else if (type == Money.class) {
            return FieldKind.MONEY;
        } else if (type == UUID.class) {
            return FieldKind.ID;
        } else if (type.isEnum()) {
            return FieldKind.CHOICE;
        } else if (type == TaxBreakdown.class) {
            return FieldKind.TAXES;
        } else if (type == ContactPoints.class) {
            return PointParts.kind(rules.format());
        }
        throw new IllegalArgumentException("A field cannot be of type " + type.getName());
    }

    private static final Field PLAIN = rules("plain");
    private static final Field MEMBER = rules("member");
    private static final Field TEAM = rules("team");

    /** What identifies a record; filters may name it. */
    static final DeclaredField ID =
            new DeclaredField("id", "id", FieldKind.ID, PLAIN, new DeclaredField.Attribute(UUID.class, null), true);

    /** The tags of records, of which every type has them (S-REC-03). */
    public static final DeclaredField TAGS =
            new DeclaredField("tags", "id", FieldKind.TAGS, PLAIN, new DeclaredField.Attribute(List.class, null), true);

    private static Field rules(String example) {
        try {
            return Examples.class.getDeclaredField(example).getAnnotation(Field.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Declarations of the fields that every record has. */
    @SuppressWarnings("unused")
    private static final class Examples {
        @Field
        private String plain;

        @Field(references = "core.member")
        private UUID member;

        @Field(references = "core.team")
        private UUID team;
    }
}
