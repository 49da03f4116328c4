package org.pipewright.platform.layouts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * A section of a form and of a page.
 *
 * @param group section of the product whose heading it has, or empty
 * @param labels heading by language, in place of that of the group; empty for the group's or none
 * @param fields names of what stands in it, in their order
 */
public record LayoutSection(
        @Size(max = 80) String group,
        Map<String, String> labels,
        @NotNull @Size(max = 500) List<String> fields) {

    public LayoutSection {
        group = group == null ? "" : group.strip();
        labels = labels == null ? Map.of() : labels;
    }
}
