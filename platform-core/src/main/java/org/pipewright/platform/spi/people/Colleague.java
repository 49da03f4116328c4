package org.pipewright.platform.spi.people;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who can be given work.
 *
 * @param id of the member
 * @param team main team, null for none
 * @param teams all teams, with the main one
 * @param roles keys of the built-in and names of the own roles the member holds, in lower case
 */
public record Colleague(UUID id, UUID team, Set<UUID> teams, Set<String> roles) {

    public Colleague {
        teams = Set.copyOf(teams);
        roles = Set.copyOf(roles);
    }

    /** Whether the member holds the role, told by key or name regardless of case. */
    public boolean holds(String role) {
        return roles.contains(role.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the member belongs to the team. */
    public boolean isIn(UUID someTeam) {
        return someTeam != null && teams.contains(someTeam);
    }
}
