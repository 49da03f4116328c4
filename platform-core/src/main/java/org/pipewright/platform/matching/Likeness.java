package org.pipewright.platform.matching;

import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.Match;

/**
 * How much a record is like another.
 *
 * @param id of the record that is like it
 * @param score how sure that makes it, in percent
 * @param reasons rules by which it is, the surest first
 */
public record Likeness(UUID id, int score, List<Match.By> reasons) {}
