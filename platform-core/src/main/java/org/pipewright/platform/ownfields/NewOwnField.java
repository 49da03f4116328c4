package org.pipewright.platform.ownfields;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.recordtypes.Condition;

/**
 * A field to be added.
 *
 * @param recordType to which it is added
 * @param name as programs see it, beginning with {@code own}; made of the label where it is left out
 * @param references record type a link leads to
 */
public record NewOwnField(
        @NotBlank @Size(max = 100) String recordType,
        @Pattern(regexp = "own[A-Z0-9][A-Za-z0-9]{0,39}") String name,
        @NotNull OwnFieldView.Kind kind,
        @Size(max = 100) String references,
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

    /** What of it can be changed later. */
    OwnFieldChange changeable() {
        return new OwnFieldChange(
                labels, help, group, required, unique, indexed, searchable, choices, preset, conditions, formula);
    }
}
