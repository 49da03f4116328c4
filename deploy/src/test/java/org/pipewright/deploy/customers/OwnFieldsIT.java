package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Fields that a tenant adds behave like those that were there before (S-CF-01, S-CF-02, S-CF-05, S-CF-06). */
class OwnFieldsIT {

    private final Office admin = new Office(DemoMember.ANNA_ADMIN);
    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final List<String> made = new ArrayList<>();
    private String word;

    @BeforeEach
    void chooseAWord() {
        word = Office.unique();
    }

    @AfterEach
    void hideThem() {
        made.forEach(id -> admin.delete("own-fields/" + id));
    }

    private JsonObject field(String kind, String rest) {
        JsonObject field = admin.create(
                "own-fields",
                "{'recordType': 'core.account', 'kind': '" + kind + "', 'labels': {'en': 'F " + word + kind + "'" + "}"
                        + rest + "}");
        made.add(field.getString("id"));
        return field;
    }

    private String name(String kind, String rest) {
        return field(kind, rest).getString("name");
    }

    private String account(String name, String rest) {
        return manager.id("accounts", "{'name': '" + name + "'" + rest + "}");
    }

    private static List<String> names(List<JsonObject> items) {
        return items.stream().map(item -> item.getString("name")).sorted().toList();
    }

    @Test
    void areWrittenAndReadAsSoonAsTheyAreThere() {
        String text = name("TEXT", "");
        String number = name("DECIMAL", "");
        String money = name("MONEY", "");
        String several = name("CHOICES", ", 'choices': [{'labels': {'en': 'Red'}}, {'labels': {'en': 'Blue'}}]");
        String member = name("REFERENCE", ", 'references': 'core.account'");
        String other = account("other " + word, "");

        String id = account(
                "one " + word,
                ", '" + text + "': 'hello', '" + number + "': 2.5, '" + money
                        + "': {'amount': '12.50', 'currency': 'EUR'}, '" + several + "': ['BLUE', 'RED'], '" + member
                        + "': '" + other + "'");

        JsonObject read = manager.read("accounts/" + id);
        assertThat(read.getString(text)).isEqualTo("hello");
        assertThat(read.getJsonNumber(number).doubleValue()).isEqualTo(2.5);
        assertThat(read.getJsonObject(money).getString("amount")).isEqualTo("12.50");
        assertThat(read.getJsonArray(several).toString()).isEqualTo("[\"RED\",\"BLUE\"]");
        assertThat(read.getJsonObject(member).getString("title")).isEqualTo("other " + word);
    }

    @Test
    void refuseWhatDoesNotFitAndNameTheField() {
        String number = name("INTEGER", "");
        String choice = name("CHOICE", ", 'choices': [{'value': 'A', 'labels': {'en': 'A'}}]");

        Answer answer = manager.post(
                "accounts", "{'name': '" + word + "', '" + number + "': 'many', '" + choice + "': 'B', 'ownNot': 1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactlyInAnyOrder(number, choice, "ownNot");
    }

    @Test
    void areFilteredSortedAndGroupedByAndFoundByTheirWords() {
        String date = name("DATE", "");
        String number = name("INTEGER", ", 'indexed': true");
        String several = name(
                "CHOICES",
                ", 'choices': [{'value': 'A', 'labels': {'en': 'A'}}, {'value': 'B', 'labels': {'en': 'B'}}]");
        String text = name("TEXT", ", 'searchable': true");
        account("a " + word, ", '" + date + "': '2026-03-01', '" + number + "': 7, '" + several + "': ['A']");
        account("b " + word, ", '" + date + "': '2026-04-01', '" + number + "': -3, '" + several + "': ['A', 'B']");
        account("c " + word, ", '" + text + "': 'zebra" + word + "'");
        String mine = ";name==*" + word;

        assertThat(names(manager.found("accounts", date + ">2026-03-15" + mine)))
                .containsExactly("b " + word);
        assertThat(names(manager.found("accounts", number + ">0" + mine))).containsExactly("a " + word);
        assertThat(names(manager.found("accounts", number + "<0" + mine))).containsExactly("b " + word);
        assertThat(names(manager.found("accounts", number + "==7" + mine))).containsExactly("a " + word);
        assertThat(names(manager.found("accounts", several + "==B" + mine))).containsExactly("b " + word);
        assertThat(names(manager.found("accounts", several + "=isnull=true" + mine)))
                .containsExactly("c " + word);
        assertThat(names(manager.searched("accounts", "zebra" + word))).containsExactly("c " + word);
        assertThat(sorted("-" + number)).containsExactly("a " + word, "b " + word, "c " + word);
        assertThat(sorted(number)).containsExactly("b " + word, "a " + word, "c " + word);
        assertThat(manager.send(Call.get(Office.path("accounts")).query("sort", several))
                        .status())
                .isEqualTo(400);
    }

    private List<String> sorted(String sort) {
        List<String> names = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Call call = Call.get(Office.path("accounts"))
                    .query("filter", "name==*" + word)
                    .query("sort", sort)
                    .query("limit", "1");
            JsonObject page = manager.done(next.get().isEmpty() ? call : call.query("after", next.get()))
                    .json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> names.add(item.getString("name")));
            next = page.isNull("next") ? Optional.empty() : Optional.of(page.getString("next"));
        }
        return names;
    }

    @Test
    void areWhatReportsAreToldBy() {
        String region = ofDeals("CHOICE", ", 'choices': [{'value': 'N', 'labels': {'en': 'North'}}]");
        String start = ofDeals("DATE", "");
        String partner = ofDeals("REFERENCE", ", 'references': 'core.account'");
        String account = account(word, "");
        deal(
                account,
                "10.00",
                ", '" + region + "': 'N', '" + start + "': '2026-03-09', '" + partner + "': '" + account + "'");
        deal(account, "20.00", ", '" + region + "': 'N', '" + start + "': '2026-03-31'");
        deal(account, "5.00", "");

        assertThat(told(account, region)).containsExactlyInAnyOrder("N N 30.00", "- - 5.00");
        assertThat(told(account, start)).containsExactlyInAnyOrder("2026-03 2026-03 30.00", "- - 5.00");
        assertThat(told(account, partner)).containsExactlyInAnyOrder(account + " " + word + " 10.00", "- - 25.00");
        assertThat(manager.send(report(account, ofDeals("TEXT", ""))).fields()).containsExactly("by");
    }

    private String ofDeals(String kind, String rest) {
        JsonObject field = admin.create(
                "own-fields",
                "{'recordType': 'sales.opportunity', 'kind': '" + kind + "', 'labels': {'en': 'F " + word + kind + "'}"
                        + rest + "}");
        made.add(field.getString("id"));
        return field.getString("name");
    }

    private void deal(String account, String amount, String rest) {
        manager.create(
                "opportunities",
                "{'name': '" + word + amount + "', 'account': '" + account + "', 'amount': {'amount': '" + amount
                        + "', 'currency': 'EUR'}" + rest + "}");
    }

    private static Call report(String account, String by) {
        return Call.get(Office.path("opportunities/reports/pipeline"))
                .query("by", by)
                .query("filter", "account==" + account);
    }

    /** Key, label and value of each line. */
    private List<String> told(String account, String by) {
        return manager.done(report(account, by)).json().getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .map(line -> line.getString("key", "-") + " " + line.getString("label", "-") + " "
                        + line.getJsonObject("values")
                                .getJsonObject("value")
                                .getJsonObject("sum")
                                .getString("amount"))
                .toList();
    }

    @Test
    void canBeRequiredUniqueAndHaveAValueFromTheStart() {
        String unique = name("TEXT", ", 'unique': true");
        String required =
                name("CHOICE", ", 'required': true, 'preset': 'A', 'choices': [{'value': 'A', 'labels': {'en': 'A'}}]");
        String first = account("a " + word, ", '" + unique + "': 'K1'");

        Answer twice = manager.post("accounts", "{'name': 'b " + word + "', '" + unique + "': 'k1'}");
        Answer empty = manager.patch("accounts/" + first, "{'" + required + "': null}");

        assertThat(manager.read("accounts/" + first).getString(required)).isEqualTo("A");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.fields()).containsExactly(unique);
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.fields()).containsExactly(required);
        manager.delete("accounts/" + first);
        assertThat(manager.post("accounts", "{'name': 'b " + word + "', '" + unique + "': 'k1'}")
                        .status())
                .isEqualTo(201);
        assertThat(manager.post("accounts/" + first + "/restore", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void standInHistoryExportManifestAndOpenApi() {
        String text = name("TEXT", "");
        String id = account(word, ", '" + text + "': 'before'");
        manager.patch("accounts/" + id, "{'" + text + "': 'after'}");

        assertThat(manager.done(Call.get(Office.path("accounts/" + id + "/history")))
                        .body())
                .contains(text, "before", "after");
        assertThat(manager.done(Call.get(Office.path("accounts/export")).query("q", word))
                        .body())
                .contains("F " + word + "TEXT", "after");
        assertThat(manager.done(Call.get(Office.path("manifest"))).body()).contains("F " + word + "TEXT");
        assertThat(manager.done(Call.get(Office.path("openapi"))).body()).contains(text);
    }

    @Test
    void areHiddenFirstAndRestoredWithTheirValues() {
        JsonObject field = field("TEXT", ", 'unique': true");
        String name = field.getString("name");
        String id = account(word, ", '" + name + "': 'kept'");

        admin.delete("own-fields/" + field.getString("id"));

        assertThat(manager.read("accounts/" + id)).doesNotContainKey(name);
        assertThat(manager.patch("accounts/" + id, "{'website': 'x.example'}").isSuccess())
                .isTrue();
        assertThat(manager.patch("accounts/" + id, "{'" + name + "': 'x'}").fields())
                .containsExactly(name);
        admin.post("own-fields/" + field.getString("id") + "/restore", "{}");
        assertThat(manager.read("accounts/" + id).getString(name)).isEqualTo("kept");
        assertThat(manager.post("accounts", "{'name': 'b', '" + name + "': 'KEPT'}")
                        .fields())
                .containsExactly(name);
    }

    @Test
    void goForGoodWithTheirValuesThirtyDaysAfterTheyWereHidden() {
        JsonObject due = field("TEXT", "");
        JsonObject young = field("DATE", "");
        String account = account(
                word, ", '" + due.getString("name") + "': 'gone', '" + young.getString("name") + "': '2026-05-01'");
        hidden(due, 31);
        hidden(young, 29);

        Chores.due("own-fields-due");

        RunningProduct.eventually("the field to go", () -> count("core.own_field where id = ?::uuid", due, "id") == 0);
        assertThat(count("core.account where jsonb_exists(own, ?)", due, "name"))
                .isZero();
        assertThat(count("core.account where jsonb_exists(own, ?)", young, "name"))
                .isOne();
        assertThat(admin.post("own-fields/" + due.getString("id") + "/restore", "{}")
                        .status())
                .isEqualTo(404);
        admin.post("own-fields/" + young.getString("id") + "/restore", "{}");
        assertThat(manager.read("accounts/" + account).getString(young.getString("name")))
                .isEqualTo("2026-05-01");
    }

    private void hidden(JsonObject field, int days) {
        admin.delete("own-fields/" + field.getString("id"));
        Console.of("acme")
                .execute(
                        "update core.own_field set hidden_at = now() - make_interval(days => ?) where id = ?::uuid",
                        days,
                        field.getString("id"));
    }

    private static int count(String rows, JsonObject field, String fact) {
        return Integer.parseInt(Console.of("acme")
                .query("select count(*) from " + rows, field.getString(fact))
                .get(0));
    }

    @Test
    void areSeenByNoOtherTenantAndChangedByAdministratorsOnly() {
        JsonObject field = field("TEXT", "");
        var gina = RunningProduct.get().as(DemoMember.GINA_ADMIN);

        assertThat(gina.done(Call.get("/api/tenants/globex/own-fields")).body())
                .doesNotContain(field.getString("name"));
        assertThat(gina.done(Call.get("/api/tenants/globex/openapi")).body()).doesNotContain(field.getString("name"));
        assertThat(gina.send(Call.of("DELETE", "/api/tenants/globex/own-fields/" + field.getString("id")))
                        .status())
                .isEqualTo(404);
        assertThat(manager.send(Call.get(Office.path("own-fields"))).status()).isEqualTo(403);
    }

    /** A role hides one; nothing tells that it is there (S-CF-02). */
    @Test
    void areAbsentEverywhereForThoseFromWhomTheyAreHidden() {
        String name = name("TEXT", "");
        account(word, ", '" + name + "': 'secret'");
        String role = admin.id(
                "roles",
                "{'name': 'R " + word + "', 'grants': [" + grant("view") + ", " + grant("create")
                        + "], 'fields': [{'recordType': 'core.account', 'field': '" + name + "', 'access': 'none'}]}");
        String roles = "people/"
                + admin.found("people", "email==" + DemoMember.OTTO_ONLY.email())
                        .get(0)
                        .getString("id")
                + "/roles";
        String before = admin.read(roles).getJsonArray("roles").getJsonObject(0).getString("id");
        admin.done(Call.put(Office.path(roles), Office.json("{'roles': ['" + role + "']}")));
        try {
            Office otto = new Office(DemoMember.OTTO_ONLY);

            Stream.of("accounts?q=" + word, "manifest", "openapi")
                    .forEach(path -> assertThat(
                                    otto.done(Call.get(Office.path(path))).body())
                            .doesNotContain(name));
            assertThat(otto.send(Call.get(Office.path("accounts")).query("filter", name + "==secret"))
                            .status())
                    .isEqualTo(400);
            assertThat(otto.send(Call.get(Office.path("accounts")).query("sort", name))
                            .status())
                    .isEqualTo(400);
            assertThat(otto.post("accounts", "{'name': 'x', '" + name + "': 'y'}")
                            .status())
                    .isEqualTo(403);
        } finally {
            admin.done(Call.put(Office.path(roles), Office.json("{'roles': ['" + before + "']}")));
        }
    }

    private static String grant(String action) {
        return "{'subject': 'core.account', 'action': '" + action + "', 'level': 'tenant'}";
    }

    @Test
    void tellEverythingThatIsWrongWithADefinition() {
        Answer answer = admin.post(
                "own-fields",
                "{'recordType': 'core.nothing', 'kind': 'CHOICE', 'labels': {'xx': 'A'}, 'references': 'core.account', 'unique': true}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields())
                .containsExactlyInAnyOrder("recordType", "labels.xx", "choices", "references", "unique");
    }

    @Test
    void keepTheChoicesThatStandInRecords() {
        JsonObject field = field(
                "CHOICE",
                ", 'choices': [{'value': 'A', 'labels': {'en': 'A'}}, {'value': 'B', 'labels': {'en': 'B'}}]");
        account(word, ", '" + field.getString("name") + "': 'A'");

        assertThat(changed(field, "[{'value': 'B', 'labels': {'en': 'B'}}]").fields())
                .containsExactly("choices");
        assertThat(changed(field, "[{'value': 'A', 'labels': {'en': 'A'}}]").status())
                .isEqualTo(200);
    }

    private Answer changed(JsonObject field, String choices) {
        return admin.send(Call.put(
                        Office.path("own-fields/" + field.getString("id")),
                        Office.json("{'labels': {'en': 'F'}, 'choices': " + choices + "}"))
                .header("If-Match", "*"));
    }

    @Test
    void refuseToBeUniqueWhileTwoRecordsHaveTheSame() {
        JsonObject field = field("TEXT", "");
        Stream.of("a ", "b ").forEach(name -> account(name + word, ", '" + field.getString("name") + "': 'same'"));

        Answer answer = admin.send(Call.put(
                        Office.path("own-fields/" + field.getString("id")),
                        Office.json("{'labels': {'en': 'F'}, 'unique': true}"))
                .header("If-Match", "*"));

        assertThat(answer.fields()).containsExactly("unique");
    }
}
