package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/**
 * Whatever the role: a list shows what opens and nothing else (S-ROLE-06), and counts, sums, groups, search and export
 * are those of the list (S-ROLE-05).
 */
class RandomRolesIT {

    private static final Workplace PLACE = Workplace.ACME;
    private static final DemoMember SUBJECT = DemoMember.RITA_REP;
    private static final List<DemoMember> OWNERS =
            List.of(DemoMember.ANNA_ADMIN, DemoMember.MAX_MANAGER, DemoMember.RITA_REP, DemoMember.ROB_REP);
    private static final List<String> TYPES =
            List.of("core.account", "core.contact", "sales.lead", "sales.opportunity");
    private static final List<String> LEVELS = List.of("none", "own", "team", "team-and-below", "tenant");
    private static final String DEAL = "sales.opportunity";
    private static final int ROLES = 8;

    private static final Map<String, List<String>> RECORDS = new TreeMap<>();
    private static final String MARK = "Random" + Workplace.number();

    private static String former;

    @BeforeAll
    static void makeRecords() {
        former = PLACE.roleId(SUBJECT.role());
        for (String type : TYPES) {
            OWNERS.forEach(owner ->
                    RECORDS.computeIfAbsent(type, name -> new ArrayList<>()).add(record(type, owner)));
        }
    }

    @AfterAll
    static void giveTheFormerRoleBack() {
        give(former);
    }

    private static String record(String type, DemoMember owner) {
        String name = PLACE.type(type).getString("titleField").equals("name") && isWritable(type, "name")
                ? "name"
                : "lastName";
        return PLACE.fresh(
                        type,
                        Json.createObjectBuilder()
                                .add("owner", PLACE.memberId(owner))
                                .add(name, MARK + " " + owner.name())
                                .build())
                .id();
    }

    private static boolean isWritable(String type, String field) {
        return PLACE.fields(type).stream()
                .anyMatch(one -> one.getString("name").equals(field) && !one.getBoolean("readOnly"));
    }

    @Test
    void aListShowsWhatOpensAndNothingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < ROLES; i++) {
            Map<String, String> levels = new TreeMap<>();
            TYPES.forEach(type -> levels.put(type, LEVELS.get(random.nextInt(LEVELS.size()))));
            give(role(levels));

            levels.forEach((type, level) -> assertThat(opening(type))
                    .as("seed %d: what opens of %s with %s", seed, type, levels)
                    .isEqualTo(level.equals("none") ? List.of() : listed(type)));
        }
    }

    @Test
    void figuresAreThoseOfTheVisibleRecords() {
        for (String level : List.of("own", "team", "tenant")) {
            give(role(Map.of(DEAL, level)));

            List<JsonObject> visible = items(DEAL, "name==" + MARK + "*");
            JsonObject groups =
                    subject().read(PLACE.path("opportunities/groups?by=status&sum=amount&filter=name==" + MARK + "*"));
            JsonObject total = groups.getJsonObject("total");
            int inGroups = groups.getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                    .mapToInt(group -> group.getInt("count"))
                    .sum();
            int counted = subject()
                    .read(PLACE.path("opportunities?count=true&limit=1&filter=name==" + MARK + "*"))
                    .getInt("total");

            assertThat(List.of(total.getInt("count"), inGroups, counted, found()))
                    .as("with level %s", level)
                    .containsOnly(visible.size());
            assertThat(new BigDecimal(total.getJsonObject("sum").getString("amount")))
                    .isEqualByComparingTo(
                            visible.stream().map(RandomRolesIT::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @Test
    void anExportHoldsTheVisibleRecordsOnly() {
        give(role(Map.of(DEAL, "own")));

        String file = subject()
                .done(Call.get(PLACE.path("opportunities/export"))
                        .query("filter", "name==" + MARK + "*")
                        .header("Accept", "text/csv"))
                .body();

        assertThat(file.lines().skip(1))
                .hasSize(items(DEAL, "name==" + MARK + "*").size());
        assertThat(file)
                .contains(MARK + " " + SUBJECT.name())
                .doesNotContain(MARK + " " + DemoMember.MAX_MANAGER.name());
    }

    private static BigDecimal amount(JsonObject deal) {
        return deal.get("amount") instanceof JsonObject money
                ? new BigDecimal(money.getString("amount"))
                : BigDecimal.ZERO;
    }

    private static int found() {
        return subject()
                .read(PLACE.path("search?q=" + MARK))
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(group -> group.getString("recordType").equals(DEAL))
                .flatMap(group -> group.getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .filter(item -> item.getString("title").startsWith(MARK))
                .mapToInt(item -> 1)
                .sum();
    }

    private static List<String> opening(String type) {
        String path = PLACE.path(PLACE.type(type).getString("path"));
        return RECORDS.get(type).stream()
                .filter(id -> {
                    int status = subject().send(Call.get(path + "/" + id)).status();
                    assertThat(status).isIn(200, 403, 404);
                    return status == 200;
                })
                .sorted()
                .toList();
    }

    private static List<String> listed(String type) {
        List<String> ours = RECORDS.get(type);
        return items(type, "").stream()
                .map(record -> record.getString("id"))
                .filter(ours::contains)
                .sorted()
                .toList();
    }

    private static List<JsonObject> items(String type, String filter) {
        List<JsonObject> items = new ArrayList<>();
        String after = "";
        do {
            JsonObject page = subject()
                    .done(Call.get(PLACE.path(PLACE.type(type).getString("path")))
                            .query("filter", filter)
                            .query("limit", "200")
                            .query("after", after))
                    .json();
            items.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            after = page.get("next") == JsonValue.NULL || items.size() > 2000 ? "" : page.getString("next");
        } while (!after.isEmpty());
        return items;
    }

    private static String role(Map<String, String> levels) {
        JsonArrayBuilder grants = Json.createArrayBuilder();
        levels.forEach((type, level) -> grants.add(grant(type, "view", level)));
        levels.forEach((type, level) -> grants.add(grant(type, "export", "tenant")));
        grants.add(grant("core.export", "use", "tenant"));
        JsonObject role = Json.createObjectBuilder()
                .add("name", "Random " + Workplace.number())
                .add("grants", grants)
                .build();
        return PLACE.admin().done(Call.post(PLACE.path("roles"), role)).json().getString("id");
    }

    private static JsonObject grant(String subject, String action, String level) {
        return Json.createObjectBuilder()
                .add("subject", subject)
                .add("action", action)
                .add("level", level)
                .build();
    }

    private static void give(String role) {
        PLACE.admin()
                .done(Call.put(
                        PLACE.path("people/" + PLACE.memberId(SUBJECT) + "/roles"),
                        Json.createObjectBuilder()
                                .add("roles", Json.createArrayBuilder().add(role))
                                .build()));
    }

    private static Client subject() {
        return RunningProduct.get().as(SUBJECT);
    }
}
