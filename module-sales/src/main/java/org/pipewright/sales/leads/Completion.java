package org.pipewright.sales.leads;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pipewright.sales.leads.LeadContents.Piece;

/**
 * What a record that is linked lacks of what a lead tells: its empty fields are filled, and ways to get in touch are added
 * to those it has. Nothing it says is overwritten; where the two differ the lead's word is left (S-CONV-04).
 */
final class Completion {

    private static final int MOST_POINTS = 20;
    private static final String KIND = "kind";
    private static final String E164 = "e164";
    private static final Set<String> BESIDE_THE_POINT = Set.of(KIND, "primary", E164);

    /** Whether a field of the record takes a value. */
    interface Taker {
        boolean takes(String field, JsonValue value);
    }

    private final JsonObject record;
    private final Taker taker;
    private final JsonObjectBuilder additions = Json.createObjectBuilder();
    private final Set<String> added = new HashSet<>();
    private final Set<String> arrived = new HashSet<>();

    /** Of a record as REST shows it, with the pieces of the lead. */
    Completion(JsonObject record, List<Piece> pieces, Taker taker) {
        this.record = record;
        this.taker = taker;
        pieces.forEach(this::add);
    }

    private void add(Piece piece) {
        Optional<JsonValue> there =
                Optional.ofNullable(record.get(piece.to())).filter(value -> value != JsonValue.NULL);
        boolean taken = there.isPresent() && isSame(there.get(), piece.value());
        if (!taken && (there.isEmpty() || isPoints(there.get(), piece.value()))) {
            JsonValue all = there.<JsonValue>map(points -> joined((JsonArray) points, (JsonArray) piece.value()))
                    .orElse(piece.value());
            taken = all.equals(there.orElse(null)) || write(piece.to(), all);
        }
        if (taken && piece.whole()) {
            arrived.add(piece.from());
        }
    }

    private boolean write(String field, JsonValue value) {
        boolean fits = !(value instanceof JsonArray array && array.size() > MOST_POINTS);
        if (fits && !added.contains(field) && taker.takes(field, value)) {
            additions.add(field, value);
            added.add(field);
            return true;
        }
        return false;
    }

    private static boolean isPoints(JsonValue there, JsonValue given) {
        return there instanceof JsonArray
                && given instanceof JsonArray points
                && points.stream().allMatch(point -> point instanceof JsonObject object && object.containsKey(KIND));
    }

    private static boolean isSame(JsonValue there, JsonValue given) {
        if (there instanceof JsonObject known && given instanceof JsonObject other && known.containsKey("id")) {
            return known.get("id").equals(other.get("id"));
        }
        return there instanceof JsonString known && given instanceof JsonString other
                ? known.getString().strip().equalsIgnoreCase(other.getString().strip())
                : there.equals(given);
    }

    /** Those there are, with their primary one, and behind them the ones that are new. */
    private static JsonArray joined(JsonArray there, JsonArray given) {
        JsonArrayBuilder all = Json.createArrayBuilder(there);
        given.getValuesAs(JsonObject.class).stream()
                .filter(point ->
                        there.getValuesAs(JsonObject.class).stream().noneMatch(known -> isSamePoint(known, point)))
                .map(point -> Json.createObjectBuilder(point).add("primary", false))
                .forEach(all::add);
        return all.build();
    }

    private static boolean isSamePoint(JsonObject known, JsonObject point) {
        return known.containsKey(E164) && known.get(E164).equals(point.get(E164))
                || told(known).equals(told(point));
    }

    private static Map<String, String> told(JsonObject point) {
        Map<String, String> parts = new TreeMap<>();
        point.forEach((name, value) -> {
            if (value instanceof JsonString text && !BESIDE_THE_POINT.contains(name)) {
                parts.put(name, text.getString().strip().toLowerCase(Locale.ROOT));
            }
        });
        return parts;
    }

    /** What to write; empty if the record lacks nothing. */
    Optional<JsonObject> additions() {
        return added.isEmpty() ? Optional.empty() : Optional.of(additions.build());
    }

    /** Fields of the lead whose whole content the record has then. */
    Set<String> arrived() {
        return Set.copyOf(arrived);
    }
}
