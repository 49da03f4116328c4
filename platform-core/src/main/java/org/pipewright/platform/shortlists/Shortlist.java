package org.pipewright.platform.shortlists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records the caller keeps at hand, latest first; those the caller may not view any more are left out. */
public record Shortlist(List<Item> items) {

    /**
     * A record.
     *
     * @param title what people call it
     * @param at when it was put there
     */
    public record Item(String recordType, UUID id, String title, Instant at) {}
}
