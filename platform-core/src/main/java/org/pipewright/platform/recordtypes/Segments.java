package org.pipewright.platform.recordtypes;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Segments that people of the bound tenant saved: named sets of records that filters can ask for (S-REP-11). */
public interface Segments {

    /** The one of that id, if the member sees it; whoever acts as the tenant itself, null, sees those for everybody. */
    Optional<Segment> seen(UUID id, UUID member, Collection<UUID> teams);

    /**
     * A segment.
     *
     * @param recordType of its records
     * @param filter criteria of its records
     * @param fixed whether it keeps the records with which it was saved, whatever they are like now
     */
    record Segment(UUID id, String recordType, String filter, boolean fixed) {}
}
