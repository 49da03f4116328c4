package org.pipewright.platform.history;

import java.util.Set;
import java.util.UUID;

/** Knows of which records the trail keeps silent: who may read the trail may not read what is private (S-ACT-14). */
public interface ConfidentialRecords {

    /** Those of the records that the caller must not read, however far a level of theirs reaches; also those that are gone. */
    Set<UUID> among(String recordType, Set<UUID> records);
}
