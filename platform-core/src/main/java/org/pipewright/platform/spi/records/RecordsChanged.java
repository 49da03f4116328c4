package org.pipewright.platform.spi.records;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
 * @param left those of them that are new and of which neither anybody nor a rule has said whose they are
 */
public record RecordsChanged(String recordType, Set<UUID> ids, Set<UUID> left) {

    /** Type of the event. */
    public static final String TYPE = "core.records-changed.v1";

    public RecordsChanged {
        ids = Set.copyOf(ids);
        left = Set.copyOf(left);
    }

    /** From a payload. */
    public static RecordsChanged of(JsonObject payload) {
        return new RecordsChanged(
                payload.getString("recordType"),
                ids(payload.getJsonArray("ids")),
                payload.containsKey("left") ? ids(payload.getJsonArray("left")) : Set.of());
    }

    private static Set<UUID> ids(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(id -> UUID.fromString(id.getString()))
                .collect(Collectors.toSet());
    }

    /** The payload for records of a type. */
    public static JsonObject payload(String recordType, Collection<UUID> ids, Collection<UUID> left) {
        JsonObjectBuilder payload =
                Json.createObjectBuilder().add("recordType", recordType).add("ids", array(ids));
        if (!left.isEmpty()) {
            payload.add("left", array(left));
        }
        return payload.build();
    }

    private static JsonArrayBuilder array(Collection<UUID> ids) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        ids.forEach(id -> all.add(id.toString()));
        return all;
    }
}
