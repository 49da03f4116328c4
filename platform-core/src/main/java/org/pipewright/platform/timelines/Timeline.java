package org.pipewright.platform.timelines;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A page of what happened, latest first.
 *
 * @param items entries
 * @param next cursor of the next page, or null
 */
public record Timeline(List<Entry> items, String next) {

    /**
     * Something that happened.
     *
     * @param kind sort of it: {@code change}, {@code activity}, {@code comment} or {@code file}
     * @param at when
     * @param of another record of the story it happened to, or null
     * @param content what is shown of it, by its sort
     */
    public record Entry(String kind, Instant at, Whose of, JsonObject content) {}

    /** A record of the story. */
    public record Whose(String recordType, UUID id, String title) {}
}
