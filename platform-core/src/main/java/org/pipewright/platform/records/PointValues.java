package org.pipewright.platform.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pipewright.platform.records.FieldValues.Unfit;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.contactpoints.ContactPoints;

/** Reads contact points from JSON (S-CON-01). */
final class PointValues {

    private static final int MOST = 20;
    private static final String KIND = "kind";
    private static final String PRIMARY = "primary";

    private PointValues() {}

    /** The list, null when it is empty; throws {@link Unfit}. */
    static ContactPoints read(DeclaredField list, JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw new Unfit("wrong-type");
        }
        if (array.size() > MOST) {
            throw new Unfit("too-many");
        }
        List<ContactPoint> points = new ArrayList<>();
        array.forEach(item -> points.add(point(list, item)));
        requireOnePrimary(points);
        requireDifferent(points);
        return ContactPoints.of(points);
    }

    private static void requireOnePrimary(List<ContactPoint> points) {
        if (points.stream().filter(ContactPoint::primary).count() > 1) {
            throw new Unfit("two-primaries");
        }
    }

    private static void requireDifferent(List<ContactPoint> points) {
        Set<Map<String, String>> seen = new HashSet<>();
        points.forEach(point -> {
            Map<String, String> folded = new TreeMap<>(Map.of(KIND, point.kind()));
            point.parts().forEach((name, text) -> folded.put(name, text.toLowerCase(java.util.Locale.ROOT)));
            if (!seen.add(folded)) {
                throw new Unfit("listed-twice");
            }
        });
    }

    private static ContactPoint point(DeclaredField list, JsonValue item) {
        if (!(item instanceof JsonObject object)) {
            throw new Unfit("wrong-type");
        }
        object.keySet().forEach(name -> requireKnown(list, name));
        return new ContactPoint(kind(list, object.get(KIND)), isPrimary(object.get(PRIMARY)), parts(list, object));
    }

    private static void requireKnown(DeclaredField list, String name) {
        boolean part = list.parts().stream().anyMatch(each -> each.name().equals(name));
        if (!part && !Set.of(KIND, PRIMARY, ContactPoint.E164).contains(name)) {
            throw new Unfit("unknown");
        }
    }

    private static String kind(DeclaredField list, JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return list.kinds().get(0);
        } else if (!(value instanceof JsonString kind)) {
            throw new Unfit("wrong-type");
        } else if (!list.kinds().contains(kind.getString())) {
            throw new Unfit("not-a-choice");
        }
        return ((JsonString) value).getString();
    }

    private static boolean isPrimary(JsonValue value) {
        if (value != null && value != JsonValue.NULL && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw new Unfit("wrong-type");
        }
        return value == JsonValue.TRUE;
    }

    private static Map<String, String> parts(DeclaredField list, JsonObject object) {
        Map<String, String> parts = new TreeMap<>();
        for (DeclaredField part : list.parts()) {
            Object text = FieldValues.read(part, object.getOrDefault(part.name(), JsonValue.NULL));
            if (text != null) {
                parts.put(part.name(), (String) text);
            }
        }
        if (parts.isEmpty()) {
            throw new Unfit("required");
        }
        return parts;
    }
}
