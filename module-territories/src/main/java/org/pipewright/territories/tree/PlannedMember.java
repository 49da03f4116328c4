package org.pipewright.territories.tree;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.UUID;

/**
 * Somebody who works in a territory as it is planned.
 *
 * @param access to records of the territory; null for what roles allow
 * @param below whether that is also to records of the territories below; not if null
 */
public record PlannedMember(
        @NotNull UUID member, @Size(max = 100) String task, TerritoryMember.Access access, Boolean below) {

    /** Nobody works in a territory twice. */
    static final Comparator<PlannedMember> ORDER = Comparator.comparing(PlannedMember::member);

    public PlannedMember {
        task = task == null || task.isBlank() ? null : task.strip();
        below = Boolean.TRUE.equals(below);
    }
}
