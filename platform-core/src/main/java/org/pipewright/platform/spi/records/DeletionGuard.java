package org.pipewright.platform.spi.records;

import java.util.List;
import java.util.UUID;

/**
 * Keeps records that are still needed from the bin, as a CDI bean of whoever needs them: an account with open deals
 * stays (S-ACC-10). Asked inside the deleting transaction, on every path.
 */
public interface DeletionGuard {

    /** Name of the record type that is guarded, often one of the core. */
    String recordType();

    /** Records that need it, at most a handful; none lets it go. */
    List<Blocking> blocking(UUID id);

    /** A record for whose sake another one stays. */
    record Blocking(String recordType, UUID id, String title) {}
}
