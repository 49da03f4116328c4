package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;
import org.pipewright.deploy.story.MavenData;

/** Three regional offices as territories of a computer seller have the deals and the revenue that its files tell. */
class RegionalOfficesIT {

    private final SignedUp maven = MavenData.organisation();
    private final Client admin = maven.admin();

    @Test
    void haveTheDealsAndTheRevenueOfTheFiles() {
        admin.done(Call.put(
                maven.path("features/territories.territories"),
                Json.createObjectBuilder().add("enabled", true).build()));
        Map<String, Figures> expected = figures();

        expected.keySet().forEach(this::open);

        RunningProduct.eventually("every deal is in a territory", () -> count("territory=isnull=true") == 0);
        assertThat(told()).isEqualTo(expected);
    }

    /** Deals and revenue of those that were won. */
    private record Figures(long deals, BigDecimal won) {

        Figures and(Figures other) {
            return new Figures(deals + other.deals, won.add(other.won));
        }
    }

    private static Map<String, Figures> figures() {
        Map<String, String> offices =
                rows(MavenData.PEOPLE).stream().collect(Collectors.toMap(row -> row[0], row -> row[2]));
        return rows(MavenData.PIPELINE).stream()
                .collect(Collectors.toMap(
                        row -> offices.get(row[1]),
                        row -> new Figures(1, row[4].equals("Won") ? new BigDecimal(row[7]) : BigDecimal.ZERO),
                        Figures::and,
                        TreeMap::new));
    }

    private static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(MavenData.file(file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(String office) {
        String territory = admin.done(Call.post(
                        maven.path("territories"),
                        Json.createObjectBuilder().add("name", office).build()))
                .json()
                .getString("id");
        admin.done(Call.post(
                maven.path("territory-rules"),
                Json.createObjectBuilder()
                        .add("territory", territory)
                        .add("recordType", "sales.opportunity")
                        .add("criteria", "team.name==" + office)
                        .build()));
        admin.done(Call.post(maven.path("territories/" + territory + "/activate"), JsonValue.EMPTY_JSON_OBJECT));
    }

    private int count(String filter) {
        return admin.done(Call.get(maven.path("opportunities"))
                        .query("filter", filter)
                        .query("count", "true")
                        .query("limit", "1"))
                .json()
                .getInt("total");
    }

    private Map<String, Figures> told() {
        Map<String, JsonObject> deals = groups("");
        Map<String, JsonObject> won = groups("outcome==WON");
        return deals.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        office -> new Figures(
                                deals.get(office).getInt("count"),
                                new BigDecimal(won.get(office)
                                                .getJsonObject("sum")
                                                .getString("amount"))
                                        .setScale(0)),
                        Figures::and,
                        TreeMap::new));
    }

    private Map<String, JsonObject> groups(String filter) {
        Call call = Call.get(maven.path("opportunities/groups"))
                .query("by", "territory")
                .query("sum", "closeRevenue");
        return admin
                .done(filter.isEmpty() ? call : call.query("filter", filter))
                .json()
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class)
                .stream()
                .collect(Collectors.toMap(group -> group.getString("label"), Function.identity()));
    }
}
