package org.pipewright.platform.shares;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * With whom a record is to be shared: one member or one team.
 *
 * @param member to share with
 * @param team to share with
 * @param access what to allow
 * @param until last day, or null
 */
public record NewShare(UUID member, UUID team, @NotNull Share.Access access, LocalDate until) {}
