package org.pipewright.platform.people;

import java.time.Instant;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.ErrorCode;

/** What became of an invitation, and what its link answers. */
enum InvitationState {
    PENDING,
    EXPIRED,
    ACCEPTED,
    REVOKED;

    /** The state now of what the database keeps. */
    static InvitationState of(String kept, Instant expiresAt, Instant now) {
        InvitationState state = valueOf(kept);
        return state == PENDING && !expiresAt.isAfter(now) ? EXPIRED : state;
    }

    /** Why the link is refused, if it is. */
    Optional<ErrorCode> refusal() {
        return switch (this) {
            case PENDING -> Optional.empty();
            case EXPIRED -> Optional.of(CoreErrorCode.LINK_EXPIRED);
            case ACCEPTED, REVOKED -> Optional.of(CoreErrorCode.LINK_USED);
        };
    }

    /** Whether it can be sent again or withdrawn. */
    boolean isOpen() {
        return this == PENDING || this == EXPIRED;
    }
}
