package org.pipewright.platform.records;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;

/** The criteria of what may be chosen for a reference, with the values of the record that refers. */
final class Offered {

    private Offered() {}

    /** Whether a choice may have become wrong by what was changed. */
    static boolean isAffected(DeclaredField field, Set<String> changed) {
        return !field.rules().offered().isEmpty()
                && (changed.contains(field.name()) || field.offeredBy().stream().anyMatch(changed::contains));
    }

    /** The filter that the chosen record must match; empty if nothing can be chosen yet. */
    static Optional<String> filter(DeclaredType type, DeclaredField field, Object record, UUID chosen) {
        boolean open = field.offeredBy().stream().anyMatch(name -> value(type, name, record) == null);
        return open
                ? Optional.empty()
                : Optional.of("id==" + chosen + ";"
                        + DeclaredField.PLACE
                                .matcher(field.rules().offered())
                                .replaceAll(place ->
                                        Matcher.quoteReplacement(written(value(type, place.group(1), record)))));
    }

    private static String written(Object value) {
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Object value(DeclaredType type, String name, Object record) {
        return type.field(name).orElseThrow().valueIn(record);
    }
}
