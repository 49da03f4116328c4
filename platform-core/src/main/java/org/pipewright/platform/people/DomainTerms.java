package org.pipewright.platform.people;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What people get who come by a domain.
 *
 * @param role the one role
 * @param team main team, may be null
 */
public record DomainTerms(@NotNull UUID role, UUID team) {}
