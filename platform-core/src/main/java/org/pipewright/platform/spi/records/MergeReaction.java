package org.pipewright.platform.spi.records;

import java.util.Set;
import java.util.UUID;

/**
 * Does what follows when records of a type become one, as a CDI bean; inside the transaction that merges them. What
 * refers to the merged records by a declared field is moved by the core.
 */
public interface MergeReaction {

    /** Names of the record types. */
    Set<String> recordTypes();

    /** Called before what refers to the losers is moved to the winner; clears away what could not stand there twice. */
    default void merging(UUID winner, Set<UUID> losers) {}

    /** Called after everything was moved and the losers are in the bin; derived values are reckoned again. */
    default void merged(UUID winner, Set<UUID> losers) {}
}
