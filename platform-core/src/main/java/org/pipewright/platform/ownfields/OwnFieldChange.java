package org.pipewright.platform.ownfields;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.recordtypes.Condition;

/**
 * What a field shall be like from now on; what is left out is off or empty.
 *
 * @param labels by language, at least one
 * @param help by language
 * @param group section of the form
 * @param choices of a list, all of them
 * @param preset value of a new record that comes without one
 * @param conditions under which it is required, shown or read-only
 * @param formula by which the database reckons it from other fields of the record
 */
public record OwnFieldChange(
        @NotNull Map<String, String> labels,
        Map<String, String> help,
        @Size(max = 80) String group,
        Boolean required,
        Boolean unique,
        Boolean indexed,
        Boolean searchable,
        @Size(max = 500) List<OwnChoice> choices,
        JsonValue preset,
        Condition.OfField conditions,
        @Size(max = 2000) String formula) {

    public OwnFieldChange {
        help = Optional.ofNullable(help).orElse(Map.of());
        group = Optional.ofNullable(group).orElse("").strip();
        required = Boolean.TRUE.equals(required);
        unique = Boolean.TRUE.equals(unique);
        indexed = Boolean.TRUE.equals(indexed);
        searchable = Boolean.TRUE.equals(searchable);
        choices = Optional.ofNullable(choices).orElse(List.of());
        preset = Optional.ofNullable(preset).orElse(JsonValue.NULL);
        conditions = Optional.ofNullable(conditions).orElse(Condition.OfField.NONE);
        formula = Optional.ofNullable(formula).orElse("").strip();
    }

    /** The choices, each with a value. */
    List<OwnChoice> named() {
        return choices.stream().map(OwnChoice::named).toList();
    }
}
