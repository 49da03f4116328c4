package org.pipewright.platform.layouts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a layout shall be like from now on; what is left out is as the product has it.
 *
 * @param sections of form and page
 * @param columns of the list
 */
public record LayoutChange(
        @Valid @Size(max = 50) List<LayoutSection> sections,
        @Size(max = 50) List<String> columns) {

    public LayoutChange {
        sections = sections == null ? List.of() : sections;
        columns = columns == null ? List.of() : columns;
    }
}
