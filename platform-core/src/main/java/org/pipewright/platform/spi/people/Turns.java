package org.pipewright.platform.spi.people;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is to be given a record by a rule: remembers everything that rules gave to anybody, of whichever module
 * (S-LEAD-10). Provided by the core as a CDI bean; used inside a transaction with the tenant bound.
 */
public interface Turns {

    /**
     * The one of the people who gets the record, and has had this turn; nobody if all have as many as they can take.
     * Others who ask by the same rule wait until the transaction ends, so that no two get the same turn.
     */
    Optional<UUID> next(Turn turn, Collection<UUID> people);
}
