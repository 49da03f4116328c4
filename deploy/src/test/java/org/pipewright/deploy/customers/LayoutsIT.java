package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Forms, pages and lists are laid out for roles and kinds; what somebody may do never depends on it (S-CF-07). */
class LayoutsIT {

    private final Office admin = new Office(DemoMember.ANNA_ADMIN);
    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final List<String> made = new ArrayList<>();
    private String word;

    @BeforeEach
    void chooseAWord() {
        word = Office.unique();
    }

    @AfterEach
    void deleteThem() {
        made.forEach(id -> admin.delete("layouts/" + id));
    }

    private String layout(String rest) {
        String id = admin.id("layouts", "{'recordType': 'core.account', " + rest + "}");
        made.add(id);
        return id;
    }

    private String role(String key) {
        return admin.read("roles").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(role -> key.equals(role.getString("key", null)))
                .map(role -> role.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject accounts(Office office) {
        return office.read("manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("core.account"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> columns(Office office) {
        return texts(accounts(office), "columns");
    }

    private static List<String> texts(JsonObject object, String member) {
        return object.getJsonArray(member).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    /** First field of each layout that a form is made of, in the order in which they count. */
    private static List<String> firstFields(Office office) {
        return accounts(office).getJsonArray("layouts").getValuesAs(JsonObject.class).stream()
                .map(layout -> layout.getJsonArray("sections").getJsonObject(0))
                .map(section -> texts(section, "fields").get(0))
                .toList();
    }

    private static String form(String field) {
        return "'sections': [{'fields': ['" + field + "']}]";
    }

    @Test
    void areThoseOfTheRolesSomebodyHolds() {
        layout("'role': '" + role("sales-manager")
                + "', 'columns': ['name', 'website'], 'sections': [{'group': 'address',"
                + " 'labels': {'en': 'Where', 'de': 'Wo'}, 'fields': ['website', 'name']}]");

        JsonObject section = accounts(manager)
                .getJsonArray("layouts")
                .getJsonObject(0)
                .getJsonArray("sections")
                .getJsonObject(0);
        assertThat(columns(manager)).containsExactly("name", "website");
        assertThat(section.getString("label")).isEqualTo("Where");
        assertThat(section.getString("group")).isEqualTo("address");
        assertThat(texts(section, "fields")).containsExactly("website", "name");
        assertThat(columns(admin)).contains("industry").doesNotContain("website");
        assertThat(accounts(admin).getJsonArray("layouts")).isEmpty();
    }

    @Test
    void countTheEarlierTheMoreTheySayForWhomTheyAreAndARoleMoreThanAKind() {
        String role = "'role': '" + role("sales-manager") + "', ";
        String kind = "'kind': {'field': 'customer', 'value': 'true'}, ";

        layout("'columns': ['name', 'country'], " + form("name"));
        layout(kind + "'columns': ['name', 'phones'], " + form("employees"));
        layout(role + "'columns': ['name', 'website'], " + form("website"));
        layout(role + kind + form("industry"));

        assertThat(firstFields(manager)).containsExactly("industry", "website", "employees", "name");
        assertThat(columns(manager)).containsExactly("name", "website");
        assertThat(firstFields(admin)).containsExactly("employees", "name");
        assertThat(columns(admin)).containsExactly("name", "country");
    }

    @Test
    void takeNoRightAndGiveNone() {
        layout(form("website"));

        String id = manager.id("accounts", "{'name': '" + word + "', 'industry': 'Steel'}");

        assertThat(manager.read("accounts/" + id).getString("industry")).isEqualTo("Steel");
        assertThat(manager.patch("accounts/" + id, "{'industry': 'Glass'}").isSuccess())
                .isTrue();
        assertThat(manager.post("accounts", "{'website': 'https://example.com'}")
                        .fields())
                .containsExactly("name");
    }

    @Test
    void showNoFieldThatIsThereNoMore() {
        String field = admin.create(
                        "own-fields",
                        "{'recordType': 'core.account', 'kind': 'TEXT', 'labels': {'en': 'L " + word + "'}}")
                .getString("name");
        layout("'columns': ['" + field + "'], " + form(field));
        boolean before = columns(manager).contains(field);

        admin.read("own-fields").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals(field))
                .forEach(each -> admin.delete("own-fields/" + each.getString("id")));

        assertThat(before).isTrue();
        assertThat(columns(manager)).contains("industry");
        assertThat(accounts(manager).getJsonArray("layouts")).isEmpty();
    }

    @Test
    void goWithTheRoleTheyAreFor() {
        String role = admin.id("roles", "{'name': 'R " + word + "'}");
        String id = layout("'role': '" + role + "', " + form("website"));

        assertThat(admin.delete("roles/" + role).isSuccess()).isTrue();

        assertThat(admin.read("layouts").toString()).doesNotContain(id);
    }

    @Test
    void areRefusedWithEverythingThatIsWrong() {
        Answer answer = admin.post(
                "layouts",
                "{'recordType': 'core.account', 'role': '00000000-0000-4000-8000-000000000000',"
                        + " 'kind': {'field': 'customer', 'value': 'NOTHING'},"
                        + " 'sections': [{'fields': ['nothing', 'createdAt', 'owner', 'name', 'name']}, {'labels': {'xx':"
                        + " 'X'}, 'fields': []}], 'columns': ['name', 'nothing']}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields())
                .containsExactlyInAnyOrder(
                        "role",
                        "kind.value",
                        "sections.0.fields.0",
                        "sections.0.fields.1",
                        "sections.0.fields.2",
                        "sections.0.fields.4",
                        "sections.1.labels.xx",
                        "sections.1.fields",
                        "columns.1");
        assertThat(refused("'kind': {'field': 'name', 'value': 'x'}, " + form("name")))
                .containsExactly("kind.field");
        assertThat(refused("'kind': {'field': 'parent', 'value': 'x'}, " + form("name")))
                .containsExactly("kind.value");
        assertThat(refused("'columns': []")).containsExactly("sections");
        assertThat(refused("'kind': {'field': 'taxNumberStanding', 'value': 'NOTHING'}, " + form("name")))
                .containsExactly("kind.value");
        assertThat(admin.post("layouts", "{'recordType': 'sales.quote-line', " + form("name") + "}")
                        .fields())
                .containsExactly("recordType");
    }

    private List<String> refused(String rest) {
        Answer answer = admin.post("layouts", "{'recordType': 'core.account', " + rest + "}");
        assertThat(answer.status()).isEqualTo(400);
        return answer.fields();
    }

    @Test
    void areOneForEachRoleAndKind() {
        String audience = "'role': '" + role("sales-manager") + "', 'kind': {'field': 'customer', 'value': 'true'}, ";
        layout(audience + form("name"));

        Answer second = admin.post("layouts", "{'recordType': 'core.account', " + audience + form("website") + "}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.fields()).containsExactly("role");
    }

    @Test
    void areChangedOnlyAsTheyWereSeenAndToldInTheAuditLog() {
        String role = admin.id("roles", "{'name': 'R " + word + "'}");
        String id = layout("'role': '" + role + "', " + form("website"));
        Call change = Call.of("PUT", Office.path("layouts/" + id))
                .with(Office.json("{'columns': ['name'], " + form("industry") + "}"));

        assertThat(admin.send(change).status()).isEqualTo(428);
        assertThat(admin.send(change.header("If-Match", "\"7\"")).status()).isEqualTo(412);
        assertThat(admin.send(change.header("If-Match", "\"1\"")).json().getInt("version"))
                .isEqualTo(2);
        assertThat(admin.delete("layouts/" + id).isSuccess()).isTrue();
        admin.delete("roles/" + role);

        List<JsonObject> told = admin.done(
                        Call.get(Office.path("audit")).query("subject", "core.layout:core.account@R " + word))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(told).extracting(each -> each.getString("action")).containsExactly("delete", "edit", "create");
        assertThat(told.get(1).toString()).contains("website", "industry");
    }
}
