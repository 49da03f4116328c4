package org.pipewright.platform.records;

import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.OwnField;

/** What the conditions of an added field ask of one write (S-CF-03); they look at the record as it shall be. */
record OwnFieldConditions(Write write, DeclaredField field, OwnField own) {

    /** Whether the record must have a value. */
    boolean isRequired() {
        return isShown() && (field.required() || own.conditions().requires(write.type(), write.record()));
    }

    private boolean isShown() {
        return own.conditions().shows(write.type(), write.record());
    }

    /** Refuses a value where there is none to be given; code of modules may give it. What a new record has by itself goes. */
    void require() {
        Object value = field.valueIn(write.record());
        if (write.isByCode() || FieldValues.same(write.before(field), value)) {
            return;
        }
        boolean preset = write.created() && FieldValues.same(own.preset(), value);
        if (!isShown() && preset) {
            field.setIn(write.record(), null);
        } else if (!isShown() && value != null) {
            write.reject(field.name(), "not-applicable");
        } else if (own.conditions().locks(write.type(), write.record()) && !write.created()) {
            write.reject(field.name(), "read-only");
        }
    }
}
