package org.pipewright.territories.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a new record that a territory had to give to somebody (S-TERR-12).
 *
 * @param member who got it; empty if it stayed whose it was
 */
public record Handing(UUID territory, Optional<UUID> member, Result result, Instant at) {

    /** Who got it, and why. */
    public enum Result {
        /** The member whose turn it was. */
        IN_TURN,
        /** The owner of the territory, as it says. */
        OWNER,
        /** The owner, since every member has as many open records as they can take. */
        OWNER_AS_FULL,
        /** The owner, since no member is there. */
        OWNER_AS_NOBODY_THERE,
        /** Nobody: every member has as many as they can take, and the owner is not there. */
        LEFT_AS_FULL,
        /** Nobody: neither a member nor the owner is there. */
        LEFT_AS_NOBODY_THERE,
        /** Nobody: rules of the record do not let it be given to whoever was to get it. */
        LEFT_AS_REFUSED
    }
}
