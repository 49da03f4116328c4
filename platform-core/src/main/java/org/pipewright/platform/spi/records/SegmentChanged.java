package org.pipewright.platform.spi.records;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * What the core tells when somebody changed or deleted a segment, which criteria may ask for: the payload of the event
 * {@link #TYPE}, which belongs to no single record. For modules that keep what follows from criteria.
 *
 * @param segment its id
 */
public record SegmentChanged(UUID segment) {

    /** Type of the event. */
    public static final String TYPE = "core.segment-changed.v1";

    /** From a payload. */
    public static SegmentChanged of(JsonObject payload) {
        return new SegmentChanged(UUID.fromString(payload.getString("segment")));
    }

    /** The payload for a segment. */
    public static JsonObject payload(UUID segment) {
        return Json.createObjectBuilder().add("segment", segment.toString()).build();
    }
}
