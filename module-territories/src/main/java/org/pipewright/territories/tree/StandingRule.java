package org.pipewright.territories.tree;

import java.util.UUID;

/**
 * A rule of a territory, read as {@link StandingTerritory} is.
 *
 * @param edition counted from the first one, each change makes another
 */
public record StandingRule(UUID id, int edition, UUID territory, String criteria) {}
