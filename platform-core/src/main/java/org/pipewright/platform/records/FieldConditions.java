package org.pipewright.platform.records;

import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.OwnField;

/** What the tenant's conditions of a field ask of one write (S-CF-03); they look at the record as it shall be. */
record FieldConditions(Write write, DeclaredField field) {

    /** Whether the record must have a value because of them. */
    boolean requireValue() {
        return field.conditions().requires(write.type(), write.record());
    }

    boolean isShown() {
        return field.conditions().shows(write.type(), write.record());
    }

    /**
     * Refuses a value where there is none to be given. Code of modules may give it, and so may verbs and rules in fields of
     * the product, which say what came of it: there only what a person or program wrote is refused. What a new record has by
     * itself goes.
     */
    void require() {
        Object value = field.valueIn(write.record());
        if (write.isByCode() || !(field.isOwn() || write.isGiven(field)) || isAsBefore(value)) {
            return;
        }
        if (!isShown() && isPreset(value)) {
            field.setIn(write.record(), null);
        } else if (!isShown() && value != null) {
            write.reject(field.name(), "not-applicable");
        } else if (isLocked()) {
            write.reject(field.name(), "read-only");
        }
    }

    private boolean isAsBefore(Object value) {
        return FieldValues.same(write.before(field), value);
    }

    private boolean isPreset(Object value) {
        return write.created()
                && field.own()
                        .map(OwnField::preset)
                        .filter(preset -> FieldValues.same(preset, value))
                        .isPresent();
    }

    /** What the product needs can be filled in as long as it is lacking. */
    private boolean isLocked() {
        boolean lacking = field.required() && write.before(field) == null;
        return !write.created() && !lacking && field.conditions().locks(write.type(), write.record());
    }
}
