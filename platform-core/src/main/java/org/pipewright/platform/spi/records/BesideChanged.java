package org.pipewright.platform.spi.records;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What a module tells when values of a {@link FieldBeside} of its own were changed, or what these refer to came to stand
 * elsewhere: the payload of the event {@link #TYPE}, which belongs to no single record. For modules that count records by
 * such a field.
 *
 * @param field its name
 */
public record BesideChanged(String field) {

    /** Type of the event. */
    public static final String TYPE = "core.beside-changed.v1";

    /** From a payload. */
    public static BesideChanged of(JsonObject payload) {
        return new BesideChanged(payload.getString("field"));
    }

    /** The payload for a field. */
    public static JsonObject payload(String field) {
        return Json.createObjectBuilder().add("field", field).build();
    }
}
