package org.pipewright.deploy.territories;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.pipewright.deploy.product.Call;

/**
 * A card of the start page about records that can be in territories, with the figure that it tells.
 *
 * @param path of its records
 * @param key of the view or report it shows
 * @param filter of the view
 */
record StartCard(String recordType, String path, boolean report, String key, String filter) {

    /** The cards of built-in views and reports that the manifest puts on the start page. */
    static List<StartCard> all(JsonObject manifest) {
        return manifest.getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(StartCard::isDivided)
                .flatMap(type -> Stream.concat(of(type, "views"), of(type, "reports")))
                .toList();
    }

    private static boolean isDivided(JsonObject type) {
        return type.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .anyMatch(field -> field.getBoolean("divides", false));
    }

    private static Stream<StartCard> of(JsonObject type, String shown) {
        return type.getJsonArray(shown).getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getBoolean("onStart", false))
                .map(each -> new StartCard(
                        type.getString("name"),
                        type.getString("path"),
                        shown.equals("reports"),
                        each.getString("key"),
                        each.getString("filter", "")));
    }

    String name() {
        return recordType + " " + key;
    }

    /** What the card asks for, of those of its records that match. */
    Call call(String root, String more) {
        if (report) {
            return Call.get(root + path + "/reports/" + key).query("filter", more);
        }
        String both = Stream.of(filter, more)
                .filter(part -> !part.isEmpty())
                .map(part -> "(" + part + ")")
                .reduce((one, other) -> one + ";" + other)
                .orElse("");
        return Call.get(root + path)
                .query("filter", both)
                .query("count", "true")
                .query("limit", "1");
    }

    /** The figure of an answer. */
    BigDecimal told(JsonObject answer) {
        if (!report) {
            return answer.getJsonNumber("total").bigDecimalValue();
        }
        String first = answer.getJsonArray("figures").getJsonObject(0).getString("key");
        JsonObject value = answer.getJsonObject("total").getJsonObject("values").getJsonObject(first);
        return new BigDecimal(
                value.containsKey("sum") ? value.getJsonObject("sum").getString("amount") : value.getString("number"));
    }
}
