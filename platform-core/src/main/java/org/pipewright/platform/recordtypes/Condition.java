package org.pipewright.platform.recordtypes;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether another field of the record has a value (S-CF-03). The shell decides the same while a form is filled in, so this
 * is no filter: it knows equal and filled, nothing else.
 *
 * @param field whose value counts
 * @param values of which it must have one; empty if it must only have any
 */
public record Condition(String field, List<String> values) {

    public Condition {
        values = values == null ? List.of() : values;
    }

    /** Whether it holds for the record; not if the type has no such field. */
    boolean holds(DeclaredType type, Object record) {
        return type.field(field)
                .map(other -> other.valueIn(record))
                .filter(value -> !Boolean.FALSE.equals(value) || !values.isEmpty())
                .map(value -> values.isEmpty() || texts(value).anyMatch(values::contains))
                .orElse(false);
    }

    private static Stream<String> texts(Object value) {
        return value instanceof Collection<?> several ? several.stream().map(Object::toString) : Stream.of(name(value));
    }

    private static String name(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /**
     * Conditions of a field; those that are null do not exist.
     *
     * @param required when it must be filled
     * @param shown when there is anything to fill in
     * @param readOnly when it stays as it is
     */
    public record OfField(Condition required, Condition shown, Condition readOnly) {

        /** No conditions at all. */
        public static final OfField NONE = new OfField(null, null, null);

        public boolean requires(DeclaredType type, Object record) {
            return required != null && required.holds(type, record) && shows(type, record);
        }

        /** A field is shown as long as the one it depends on is hidden itself: nobody could bring it back. */
        public boolean shows(DeclaredType type, Object record) {
            return shown == null || type.field(shown.field()).isEmpty() || shown.holds(type, record);
        }

        public boolean locks(DeclaredType type, Object record) {
            return readOnly != null && readOnly.holds(type, record);
        }
    }
}
