package org.pipewright.platform.layouts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * A layout to be made.
 *
 * @param recordType whose records are laid out
 * @param role for whose holders; everybody where it is left out
 * @param kind for which records; all where it is left out
 * @param sections of form and page; those of the product where there are none
 * @param columns of the list; those of the product where there are none
 */
public record NewLayout(
        @NotBlank @Size(max = 100) String recordType,
        UUID role,
        @Valid Kind kind,
        @Valid @Size(max = 50) List<LayoutSection> sections,
        @Size(max = 50) List<String> columns) {

    /**
     * Records that have a value in a field.
     *
     * @param field a list, a link, or a yes or no of the record type
     * @param value one of the list, the id of a record, {@code true} or {@code false}
     */
    public record Kind(
            @NotBlank @Size(max = 100) String field,
            @NotBlank @Size(max = 100) String value) {}

    /** What of it can be changed later. */
    LayoutChange changeable() {
        return new LayoutChange(sections, columns);
    }
}
