package org.pipewright.platform.records;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.spi.errors.Refusal;

/** Puts the members of a JSON object into the fields of a record and tells every one that does not fit. */
final class Binding {

    /** Members of a record as it is read, which may come back unchanged in a write and mean nothing there. */
    private static final Set<String> ECHOED = Set.of("id", "version", "tags", "actions", "parts");

    private final Caller caller;

    Binding(Caller caller) {
        this.caller = caller;
    }

    void bind(Write write, JsonObject members) {
        members.forEach((name, value) -> bind(write, name, value));
    }

    private void bind(Write write, String name, JsonValue value) {
        if (ECHOED.contains(name) || isBeside(write, name)) {
            return;
        }
        Optional<DeclaredField> field = write.type().field(name).filter(f -> caller.has(f.feature()));
        if (field.isEmpty()) {
            write.reject(name, "unknown");
        } else if (field.get().readOnly()) {
            rejectChange(write, field.get(), value);
        } else {
            requireEditable(write, field.get());
            set(write, field.get(), value);
        }
    }

    /** What stands beside the fields of a record is written elsewhere. */
    private boolean isBeside(Write write, String name) {
        return write.type()
                .listed(name)
                .filter(field -> field.isBeside() && caller.has(field.feature()))
                .isPresent();
    }

    /** A read-only field may be sent as it stands, so that what was read can be written back. */
    private static void rejectChange(Write write, DeclaredField field, JsonValue value) {
        if (write.created() ? value != JsonValue.NULL : !unchanged(write, field, value)) {
            write.reject(field.name(), "read-only");
        }
    }

    private static boolean unchanged(Write write, DeclaredField field, JsonValue value) {
        try {
            return FieldValues.same(FieldValues.read(field, value), field.valueIn(write.record()));
        } catch (FieldValues.Unfit e) {
            return false;
        }
    }

    private void requireEditable(Write write, DeclaredField field) {
        FieldAccess access = caller.access(write.type().name(), field.name());
        if (access != FieldAccess.EDIT) {
            throw new Refusal(
                    CoreErrorCode.FORBIDDEN,
                    java.util.Map.of("name", write.type().name() + "." + field.name()),
                    java.util.List.of(InvalidFields.error(field.name(), "forbidden")));
        }
    }

    private static void set(Write write, DeclaredField field, JsonValue value) {
        try {
            Object read = FieldValues.read(field, value);
            if (read == null && field.attribute().type().isPrimitive()) {
                write.reject(field.name(), "required");
            } else {
                write.given(field);
                field.setIn(write.record(), read);
            }
        } catch (FieldValues.Unfit e) {
            write.reject(field.name(), e.code());
        }
    }
}
