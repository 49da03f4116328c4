package org.pipewright.platform.matching;

import org.pipewright.platform.spi.records.Match;

/**
 * A value of a record in the form in which it is compared.
 *
 * @param rule that compares it
 * @param form normalised value
 * @param near place or record beside which it stands, empty for anywhere
 */
public record MatchKey(Match.By rule, String form, String near) {}
