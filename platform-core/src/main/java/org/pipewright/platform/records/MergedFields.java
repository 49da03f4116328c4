package org.pipewright.platform.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.records.CrmRecord;

/** What stands in the fields of the record that several become; hidden and read-only fields stay the winner's. */
final class MergedFields {

    private final DeclaredType type;
    private final Caller caller;
    private final Merge merge;
    /** By id, the winner first. */
    private final Map<UUID, CrmRecord> records;

    MergedFields(DeclaredType type, Caller caller, Merge merge, Map<UUID, CrmRecord> records) {
        this.type = type;
        this.caller = caller;
        this.merge = merge;
        this.records = records;
    }

    /** Refuses choices that name no field of the caller's, or none of the records. */
    void requireSound() {
        List<FieldError> errors = new ArrayList<>();
        merge.take().forEach((field, record) -> {
            if (writable(field).isEmpty()) {
                errors.add(InvalidFields.error("take." + field, "unknown"));
            } else if (!records.containsKey(record)) {
                errors.add(InvalidFields.error("take." + field, "not-found"));
            }
        });
        merge.append().stream()
                .filter(field -> writable(field)
                        .filter(declared -> declared.kind().isPoints())
                        .isEmpty())
                .forEach(field -> errors.add(InvalidFields.error("append", "unknown")));
        InvalidFields.requireNone(errors);
    }

    private Optional<DeclaredField> writable(String name) {
        return type.field(name)
                .filter(field -> !field.readOnly() && caller.has(field.feature()))
                .filter(field -> caller.access(type.name(), field.name()) == FieldAccess.EDIT);
    }

    /** Sets them in the winner. */
    void settle(CrmRecord winner) {
        Map<DeclaredField, Object> values = new LinkedHashMap<>();
        type.writable().stream()
                .filter(field -> writable(field.name()).isPresent())
                .forEach(field -> values.put(field, value(field)));
        values.forEach((field, value) -> field.setIn(winner, value));
    }

    private Object value(DeclaredField field) {
        UUID chosen = merge.take().get(field.name());
        Object first = chosen == null ? first(field) : field.valueIn(records.get(chosen));
        return merge.append().contains(field.name()) ? joined(field, (ContactPoints) first) : first;
    }

    private Object first(DeclaredField field) {
        return records.values().stream()
                .map(field::valueIn)
                .filter(value -> !FieldValues.same(value, null))
                .findFirst()
                .orElse(null);
    }

    /** All entries of all records, each once; the first list's primary one stays it. */
    private ContactPoints joined(DeclaredField field, ContactPoints first) {
        List<ContactPoint> points = new ArrayList<>(first == null ? List.of() : first.all());
        records.values().stream()
                .map(field::valueIn)
                .filter(ContactPoints.class::isInstance)
                .flatMap(list -> ((ContactPoints) list).all().stream())
                .map(point -> point.primary(false))
                .filter(point -> points.stream().noneMatch(known -> says(known).equalsIgnoreCase(says(point))))
                .forEach(points::add);
        return ContactPoints.of(points);
    }

    private static String says(ContactPoint point) {
        return String.join("|", point.e164(Optional.empty()).parts().values());
    }
}
