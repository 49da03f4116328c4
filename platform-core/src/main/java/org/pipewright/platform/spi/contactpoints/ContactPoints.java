package org.pipewright.platform.spi.contactpoints;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.Serializable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Contact points of one sort and one record, such as all phone numbers of a contact: a value, kept as JSON in one
 * column. The primary one stands first; a list that is not empty has exactly one.
 */
public final class ContactPoints implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final ArrayList<ContactPoint> points;

    private ContactPoints(List<ContactPoint> points) {
        this.points = new ArrayList<>(points);
    }

    /** These, the marked one first; the first one is primary when none is marked. Null when there are none. */
    public static ContactPoints of(List<ContactPoint> points) {
        if (points.isEmpty()) {
            return null;
        }
        ContactPoint first =
                points.stream().filter(ContactPoint::primary).findFirst().orElse(points.get(0));
        List<ContactPoint> ordered = new ArrayList<>(List.of(first.primary(true)));
        points.stream()
                .filter(point -> point != first)
                .map(p -> p.primary(false))
                .forEach(ordered::add);
        return new ContactPoints(ordered);
    }

    /** All of them, the primary one first. */
    public List<ContactPoint> all() {
        return List.copyOf(points);
    }

    /** The one to use first. */
    public ContactPoint primary() {
        return points.get(0);
    }

    /** The first of a kind. */
    public Optional<ContactPoint> ofKind(String kind) {
        return points.stream().filter(point -> point.kind().equals(kind)).findFirst();
    }

    /** The same with each of them changed. */
    public ContactPoints each(UnaryOperator<ContactPoint> change) {
        return new ContactPoints(points.stream().map(change).toList());
    }

    /** As REST shows it. */
    public JsonArray toJson() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        points.forEach(point -> {
            JsonObjectBuilder object =
                    JSON.createObjectBuilder().add("kind", point.kind()).add("primary", point.primary());
            point.parts().forEach(object::add);
            array.add(object);
        });
        return array.build();
    }

    /** From what {@link #toJson} made. */
    public static ContactPoints ofJson(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return of(reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(ContactPoints::point)
                    .toList());
        }
    }

    private static ContactPoint point(JsonObject object) {
        Map<String, String> parts = new TreeMap<>();
        object.forEach((name, value) -> {
            if (value instanceof JsonString part && !name.equals("kind")) {
                parts.put(name, part.getString());
            }
        });
        return new ContactPoint(object.getString("kind"), object.getBoolean("primary"), parts);
    }

    /** Equal to those that are the same to people; what the core derives does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ContactPoints that
                && points.size() == that.points.size()
                && java.util.stream.IntStream.range(0, points.size())
                        .allMatch(i -> points.get(i).sameAs(that.points.get(i)));
    }

    @Override
    public int hashCode() {
        return points.stream().map(ContactPoint::kind).toList().hashCode();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
