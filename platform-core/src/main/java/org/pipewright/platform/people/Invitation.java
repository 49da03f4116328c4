package org.pipewright.platform.people;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody was asked to join.
 *
 * @param id of the invitation
 * @param memberId who is to join as
 * @param name of that member
 * @param email address the link goes to
 * @param team of the member, may be null
 * @param state what became of it
 * @param createdAt when
 * @param expiresAt until when the link works
 * @param invitedBy name of who asked, may be null
 */
record Invitation(
        UUID id,
        UUID memberId,
        String name,
        String email,
        UUID team,
        InvitationState state,
        Instant createdAt,
        Instant expiresAt,
        String invitedBy) {}
