package org.pipewright.platform.workflows;

import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.errors.FieldError;

/**
 * A workflow of a tenant.
 *
 * @param group of whose workflows only one is active, or null
 * @param active whether records follow it
 * @param published number of its latest version, null if there is none
 * @param changed whether the definition differs from that version
 * @param running how many records stand in one of its steps
 * @param definition what is being worked on
 * @param defects for which it cannot be published
 */
public record WorkflowView(
        UUID id,
        int version,
        String recordType,
        String name,
        String group,
        boolean active,
        Integer published,
        boolean changed,
        long running,
        Definition definition,
        List<FieldError> defects) {

    /** A role that transitions can be limited to, by what they name it. */
    public record RoleChoice(String name, String title) {}

    /** All of a tenant, by record type and name, and the roles there are. */
    public record Page(List<WorkflowView> items, List<RoleChoice> roles) {}
}
