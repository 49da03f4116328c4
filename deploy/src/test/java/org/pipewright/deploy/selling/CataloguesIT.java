package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("An entry of a list the tenant keeps")
class CataloguesIT {

    private static final String ROOT = "/api/tenants/acme/";

    private final RunningProduct product = RunningProduct.get();
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final Client rita = product.as(DemoMember.RITA_REP);
    private final String name = "Entry " + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"loss-reasons", "win-reasons", "lead-statuses", "opportunity-statuses", "units"})
    @DisplayName("stands behind the others, before those that stay last, and is named once")
    void place(String path) {
        JsonObject entry = created(path);
        Call before = Call.get(ROOT + path)
                .query("filter", "position<1000;name!='" + name + "'")
                .query("sort", "-position")
                .query("limit", "1");

        JsonObject last = anna.done(before).json().getJsonArray("items").getJsonObject(0);
        Answer twin = anna.send(Call.post(
                ROOT + path,
                sample(path).add("name", name.toUpperCase(Locale.ROOT)).build()));

        assertThat(entry.getInt("position")).isEqualTo(last.getInt("position") + 10);
        assertThat(entry.getBoolean("active")).isTrue();
        assertThat(twin.status()).isEqualTo(409);
        assertThat(twin.problem()).isEqualTo("duplicate");
    }

    @Test
    @DisplayName("stays with the records that have it once retired, and is given to no other")
    void retired() {
        String reason = created("loss-reasons").getString("id");
        String lost = deal();
        rita.done(lose(lost, reason));

        anna.done(change("loss-reasons/" + reason, entry().add("active", false).build()));
        Answer refused = rita.send(lose(deal(), reason));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("lossReason");
        assertThat(rita.read(ROOT + "opportunities/" + lost)
                        .getJsonObject("lossReason")
                        .getString("title"))
                .isEqualTo(name);
    }

    @Test
    @DisplayName("cannot be deleted while a record has it")
    void used() {
        String status = created("lead-statuses").getString("id");
        String lead = leadIn(status);

        Answer refused = anna.send(Call.of("DELETE", ROOT + "lead-statuses/" + status));
        anna.done(Call.of("DELETE", ROOT + "leads/" + lead));
        Answer free = anna.send(Call.of("DELETE", ROOT + "lead-statuses/" + status));

        assertThat(refused.problem()).isEqualTo("entry-in-use");
        assertThat(refused.json().getString("title")).contains(name);
        assertThat(free.isSuccess()).isTrue();
    }

    @Test
    @DisplayName("goes in favour of another, which its records get, also those in the bin (S-LEAD-03)")
    void replaced() {
        String gone = created("lead-statuses").getString("id");
        String open = leadIn(gone);
        String binned = leadIn(gone);
        anna.done(Call.of("DELETE", ROOT + "leads/" + binned));
        String other = anna.done(Call.post(
                        ROOT + "lead-statuses",
                        Json.createObjectBuilder().add("name", name + " II").build()))
                .json()
                .getString("id");

        for (String unfit : List.of("nonsense", gone, open, system("QUALIFIED"))) {
            Answer refused = anna.send(deleted("lead-statuses/" + gone, unfit));
            assertThat(refused.status()).as(unfit).isEqualTo(400);
            assertThat(refused.fields()).containsExactly("replacement");
        }
        assertThat(anna.send(deleted("leads/" + open, other)).fields()).containsExactly("replacement");
        assertThat(anna.send(deleted("lead-statuses/" + system("NEW"), other)).problem())
                .isEqualTo("system-status");
        assertThat(rita.send(deleted("lead-statuses/" + gone, other)).status()).isEqualTo(403);
        assertThat(statusOf(open)).isEqualTo(gone);

        anna.done(deleted("lead-statuses/" + gone, other));
        anna.done(Call.post(ROOT + "leads/" + binned + "/restore", JsonValue.EMPTY_JSON_OBJECT));

        assertThat(anna.send(Call.get(ROOT + "lead-statuses/" + gone)).status()).isEqualTo(404);
        assertThat(statusOf(open)).isEqualTo(other);
        assertThat(statusOf(binned)).isEqualTo(other);
        JsonObject told = anna.read(ROOT + "leads/" + open + "/history")
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0);
        assertThat(told.getString("field")).isEqualTo("status");
    }

    @Test
    @DisplayName("goes in favour of another that stands beside it already: a stage has its place in a kind once")
    void replacedByItsNeighbour() {
        String status = anna.done(Call.get(ROOT + "opportunity-statuses").query("filter", "category==OPEN"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String gone = stage("Gone", status);
        String heir = stage("Heir", status);
        String both = kind("Both", gone, heir);
        String alone = kind("Alone", gone);
        String account = madeBy("accounts", Json.createObjectBuilder().add("name", name));
        String deal = madeBy(
                "opportunities",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("account", account)
                        .add("kind", both)
                        .add("stage", gone));

        anna.done(deleted("opportunity-stages/" + gone, heir));

        assertThat(stagesOf(both)).containsExactly(name + " Heir");
        assertThat(stagesOf(alone)).containsExactly(name + " Heir");
        assertThat(anna.read(ROOT + "opportunities/" + deal)
                        .getJsonObject("stage")
                        .getString("id"))
                .isEqualTo(heir);
    }

    private String stage(String called, String status) {
        return madeBy(
                "opportunity-stages",
                Json.createObjectBuilder()
                        .add("name", name + " " + called)
                        .add("status", status)
                        .add("probability", 20));
    }

    private String kind(String called, String... stages) {
        String kind = madeBy(
                "opportunity-kinds",
                Json.createObjectBuilder().add("name", name + " " + called).add("type", "CUSTOM"));
        for (String stage : stages) {
            madeBy(
                    "opportunity-kind-stages",
                    Json.createObjectBuilder().add("kind", kind).add("stage", stage));
        }
        anna.done(Call.of("PATCH", ROOT + "opportunity-kinds/" + kind)
                .with(Json.createObjectBuilder().add("allowed", true).build())
                .header("If-Match", "*"));
        return kind;
    }

    private String madeBy(String path, JsonObjectBuilder body) {
        return anna.done(Call.post(ROOT + path, body.build())).json().getString("id");
    }

    private List<String> stagesOf(String kind) {
        return anna
                .done(Call.get(ROOT + "opportunity-kind-stages").query("filter", "kind==" + kind))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(place -> place.getString("name"))
                .toList();
    }

    private String leadIn(String status) {
        return rita.done(Call.post(
                        ROOT + "leads",
                        Json.createObjectBuilder()
                                .add("company", name)
                                .add("status", status)
                                .build()))
                .json()
                .getString("id");
    }

    private String statusOf(String lead) {
        return rita.read(ROOT + "leads/" + lead).getJsonObject("status").getString("id");
    }

    private String system(String category) {
        return anna.done(Call.get(ROOT + "lead-statuses").query("filter", "category==" + category))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static Call deleted(String path, String replacement) {
        return Call.of("DELETE", ROOT + path).query("replacement", replacement);
    }

    @Test
    @DisplayName("that comes with the product cannot be retired")
    void ofTheProduct() {
        Answer refused = anna.send(change(
                "lead-statuses/" + system("NEW"),
                Json.createObjectBuilder().add("active", false).build()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("active");
    }

    @Test
    @DisplayName("of units has a code that programs know, or none (S-EINV-08)")
    void codeOfUnit() {
        JsonObjectBuilder unknown = entry().add("code", "QQQ");
        Answer refused = anna.send(Call.post(ROOT + "units", unknown.build()));
        JsonObject unit = anna.done(
                        Call.post(ROOT + "units", entry().add("code", "nar").build()))
                .json();

        Answer changed = anna.send(change("units/" + unit.getString("id"), json("code", "Q")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("code");
        assertThat(unit.getString("code")).isEqualTo("NAR");
        assertThat(changed.fields()).containsExactly("code");
    }

    @Test
    @DisplayName("of units is made of each that was written while units were free text (S-EINV-08)")
    void unitsOfBefore() {
        String hours = anna.done(Call.get(ROOT + "units").query("filter", "code==HUR"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("name");
        Console console = Console.of("acme");
        console.execute("create table core.measured_before (tenant_id uuid, id int, unit text)");
        try {
            console.execute("select platform.tenant_table('core.measured_before')");
            console.execute(
                    "insert into core.measured_before select current_setting('pipewright.tenant')::uuid, v.*"
                            + " from (values (1, ?), (2, ' STD.'), (3, 'std. '), (4, ?), (5, ' '), (6, null)) v",
                    hours,
                    name);

            console.execute("select platform.measured_in_units('core.measured_before')");

            assertThat(console.query("select b.id, u.name, u.code from core.measured_before b"
                            + " left join core.unit u on u.id = b.unit_id order by 1"))
                    .startsWith("1|" + hours + "|HUR")
                    .contains("4|" + name + "|null", "5|null|null", "6|null|null")
                    .anyMatch(row -> row.matches("2\\|(?i)std\\.\\|HUR"))
                    .anyMatch(row -> row.matches("3\\|(?i)std\\.\\|HUR"));
        } finally {
            console.execute("drop table core.measured_before");
        }
    }

    private static JsonObject json(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private JsonObject created(String path) {
        return anna.done(Call.post(ROOT + path, sample(path).build())).json();
    }

    private JsonObjectBuilder sample(String path) {
        return path.equals("opportunity-statuses") ? entry().add("probability", 35) : entry();
    }

    private JsonObjectBuilder entry() {
        return Json.createObjectBuilder().add("name", name);
    }

    private static Call change(String path, JsonObject members) {
        return Call.of("PATCH", ROOT + path).with(members).header("If-Match", "*");
    }

    private String deal() {
        String account = rita.done(
                        Call.post(ROOT + "accounts", entry().add("name", name).build()))
                .json()
                .getString("id");
        return rita.done(Call.post(
                        ROOT + "opportunities", entry().add("account", account).build()))
                .json()
                .getString("id");
    }

    private static Call lose(String deal, String reason) {
        return Call.post(
                ROOT + "opportunities/" + deal + "/lose",
                Json.createObjectBuilder()
                        .add("lossReason", reason)
                        .add("actualClose", "2026-06-15")
                        .build());
    }
}
