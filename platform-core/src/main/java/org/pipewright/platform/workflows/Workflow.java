package org.pipewright.platform.workflows;

import java.util.Optional;
import java.util.UUID;

/**
 * A workflow as it is kept.
 *
 * @param group of whose workflows only one is active, or null
 * @param active whether records follow it
 * @param published number of its latest version, null if there is none
 * @param draft what is being worked on
 * @param running how many records stand in one of its steps
 */
record Workflow(
        UUID id,
        int version,
        String recordType,
        String name,
        String group,
        boolean active,
        Integer published,
        Definition draft,
        long running) {

    /** The same as it shall be from now on. */
    Workflow with(WorkflowChange change) {
        return new Workflow(
                id,
                version,
                recordType,
                change.name(),
                change.group(),
                active,
                published,
                change.definition(),
                running);
    }

    Optional<Integer> latest() {
        return Optional.ofNullable(published);
    }

    /** Whether both cannot be active at once. */
    boolean excludes(Workflow other) {
        return group != null
                && !id.equals(other.id)
                && recordType.equals(other.recordType)
                && group.equalsIgnoreCase(other.group);
    }

    boolean isNamedLike(Workflow other) {
        return !id.equals(other.id) && recordType.equals(other.recordType) && name.equalsIgnoreCase(other.name);
    }
}
