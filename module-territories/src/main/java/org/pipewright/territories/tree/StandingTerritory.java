package org.pipewright.territories.tree;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A territory as rules see it: read without becoming a record that the persistence layer watches, for it is asked with
 * nearly every write of the tenant.
 *
 * @param priority 1 is first, and 0 before it; none is last
 * @param inherits whether only records of the territory above can be of this one (S-TERR-05)
 * @param inForce whether it counts on the day that was asked for
 */
public record StandingTerritory(
        UUID id,
        String name,
        Optional<UUID> parent,
        Optional<Integer> priority,
        boolean inherits,
        boolean inForce,
        Instant born) {}
