package org.pipewright.platform.ownfields;

import static org.pipewright.platform.errors.InvalidFields.reject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pipewright.platform.recordtypes.Condition;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.FieldError;

/** Tells what is wrong with conditions of a field. */
@ApplicationScoped
class ConditionCheck {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 200;

    @Inject
    RecordTypes types;

    void check(String recordType, String name, Condition.OfField conditions, List<FieldError> errors) {
        check(recordType, name, "conditions.required", conditions.required(), errors);
        check(recordType, name, "conditions.shown", conditions.shown(), errors);
        check(recordType, name, "conditions.readOnly", conditions.readOnly(), errors);
    }

    private void check(String recordType, String name, String place, Condition condition, List<FieldError> errors) {
        if (condition == null) {
            return;
        }
        Optional<DeclaredField> other = Optional.ofNullable(condition.field())
                .flatMap(on -> types.named(recordType).flatMap(type -> type.field(on)))
                .filter(declared -> !declared.name().equals(name));
        reject(errors, other.isEmpty(), place + ".field", "not-found");
        reject(errors, condition.values().size() > MOST_VALUES, place + ".values", "too-many");
        reject(errors, condition.values().stream().anyMatch(ConditionCheck::isUnfit), place + ".values", "invalid");
        reject(
                errors,
                other.filter(declared -> declared.kind() == FieldKind.FILE).isPresent()
                        && !condition.values().isEmpty(),
                place + ".values",
                "invalid");
        reject(
                errors,
                other.filter(declared -> !declared.choices().isEmpty()
                                && !declared.choices().containsAll(condition.values()))
                        .isPresent(),
                place + ".values",
                "not-a-choice");
    }

    private static boolean isUnfit(String value) {
        return Objects.requireNonNullElse(value, "\0").indexOf('\0') >= 0 || value.length() > LONGEST_VALUE;
    }
}
