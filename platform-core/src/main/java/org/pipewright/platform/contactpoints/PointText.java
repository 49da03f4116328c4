package org.pipewright.platform.contactpoints;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;

/**
 * A list of contact points in one cell of a file: one a line, the primary one first, each as {@code WORK: a@b.example};
 * a postal address as {@code BILLING: street | postal code | city | region | country}. What is written can be read back.
 */
public final class PointText {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern SEVERAL = Pattern.compile("[;,]\\s*|\\R");
    private static final Pattern KIND = Pattern.compile("\\s*([A-Za-z]+)\\s*:(?!//)\\s*(.*)");
    private static final String BAR = " | ";

    private PointText() {}

    /** The cell of a list as REST shows it. */
    public static String write(DeclaredField list, JsonArray points) {
        return points.getValuesAs(JsonObject.class).stream()
                .map(point -> point.getString("kind") + ": " + parts(list, point))
                .collect(Collectors.joining("\n"));
    }

    private static String parts(DeclaredField list, JsonObject point) {
        return list.parts().stream()
                .map(part -> point.getString(part.name(), "").replace("|", "/").strip())
                .collect(Collectors.joining(BAR));
    }

    /** The list of a cell as REST takes it; a value without a kind is of the first kind there is. */
    public static JsonArray read(DeclaredField list, String cell) {
        boolean plain = list.kind() == FieldKind.EMAILS || list.kind() == FieldKind.PHONES;
        JsonArrayBuilder points = JSON.createArrayBuilder();
        (plain ? SEVERAL : LINES)
                .splitAsStream(cell)
                .filter(line -> !line.isBlank())
                .forEach(line -> points.add(point(list, line.strip())));
        return points.build();
    }

    private static JsonObject point(DeclaredField list, String line) {
        Matcher matcher = KIND.matcher(line);
        String kind = matcher.matches() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
        boolean known = list.kinds().contains(kind);
        JsonObjectBuilder point = JSON.createObjectBuilder()
                .add("kind", known ? kind : list.kinds().get(0));
        List<String> values = Arrays.asList((known ? matcher.group(2) : line).split("\\s*\\|\\s*", -1));
        List<DeclaredField> parts = list.parts();
        for (int i = 0; i < parts.size() && i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                point.add(parts.get(i).name(), values.get(i).strip());
            }
        }
        return point.build();
    }
}
