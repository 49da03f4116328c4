package org.pipewright.platform.spi.records;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the core tells of records of every type that were made, changed, restored or put into the bin: the payload of the
 * event {@link #TYPE}, which belongs to no single record. For modules that follow record types they have never heard of;
 * such consumers do well to say when they {@link org.pipewright.platform.spi.events.EventConsumer#listens() listen}.
 *
 * @param recordType name of their type
 * @param ids of the records, of an import many at once
 */
public record RecordsChanged(String recordType, Set<UUID> ids) {

    /** Type of the event. */
    public static final String TYPE = "core.records-changed.v1";

    public RecordsChanged {
        ids = Set.copyOf(ids);
    }

    /** From a payload. */
    public static RecordsChanged of(JsonObject payload) {
        return new RecordsChanged(
                payload.getString("recordType"),
                payload.getJsonArray("ids").getValuesAs(JsonString.class).stream()
                        .map(id -> UUID.fromString(id.getString()))
                        .collect(Collectors.toSet()));
    }

    /** The payload for records of a type. */
    public static JsonObject payload(String recordType, Collection<UUID> ids) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        ids.forEach(id -> all.add(id.toString()));
        return Json.createObjectBuilder()
                .add("recordType", recordType)
                .add("ids", all)
                .build();
    }
}
