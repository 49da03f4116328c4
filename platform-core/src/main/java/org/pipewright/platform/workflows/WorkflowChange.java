package org.pipewright.platform.workflows;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a workflow shall be from now on. The definition is a draft until it is published.
 *
 * @param name of its own among those of the record type
 * @param group of whose workflows only one is active; none where it is left out
 * @param definition nothing where it is left out
 */
public record WorkflowChange(
        @NotBlank @Size(max = 80) String name,
        @Size(max = 80) String group,
        @Valid Definition definition) {

    public WorkflowChange {
        name = name == null ? "" : name.strip();
        group = group == null || group.isBlank() ? null : group.strip();
        definition = definition == null ? Definition.EMPTY : definition;
    }
}
