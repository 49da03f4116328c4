package org.pipewright.platform.shares;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One record shared with one member or one team.
 *
 * @param id of the share
 * @param member with whom, or null
 * @param team with which, or null
 * @param access what it allows
 * @param until last day it holds in the tenant's time zone, or null for ever
 * @param sharedBy who shared it, or null
 * @param createdAt when
 */
public record Share(
        UUID id, Party member, Party team, Access access, LocalDate until, Party sharedBy, Instant createdAt) {

    /** What a share allows; viewing is part of editing. */
    public enum Access {
        VIEW,
        EDIT
    }

    /** A member or team with its name. */
    public record Party(UUID id, String title) {}

    /** All shares of a record. */
    public record Page(java.util.List<Share> items) {}

    /** For the history, in which names stay readable when the people are gone. */
    String described() {
        String with = member == null ? team.title() : member.title();
        return with + " · " + access + (until == null ? "" : " · " + until);
    }
}
