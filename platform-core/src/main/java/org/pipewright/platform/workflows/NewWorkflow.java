package org.pipewright.platform.workflows;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A workflow to be made. It begins as a draft that no record follows.
 *
 * @param recordType whose records it is for
 * @param name of its own among those of the record type
 * @param group of whose workflows only one is active; none where it is left out
 * @param definition what it is to be, also a copy of another one; nothing yet where it is left out
 */
public record NewWorkflow(
        @NotBlank @Size(max = 100) String recordType,
        @NotBlank @Size(max = 80) String name,
        @Size(max = 80) String group,
        @Valid Definition definition) {

    /** What of it can be changed later. */
    WorkflowChange changeable() {
        return new WorkflowChange(name, group, definition);
    }
}
