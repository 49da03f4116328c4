package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Fields that a tenant adds as formulas are reckoned from the others of their record, wherever these are read (S-CF-01). */
class FormulaFieldsIT {

    private final Office admin = new Office(DemoMember.ANNA_ADMIN);
    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final List<String> made = new ArrayList<>();
    private String word;

    @BeforeEach
    void chooseAWord() {
        word = Office.unique();
    }

    /** The last one first: it may be made of the others. */
    @AfterEach
    void hideThem() {
        for (int i = made.size() - 1; i >= 0; i--) {
            admin.delete("own-fields/" + made.get(i));
        }
    }

    private static String body(String name, String kind, String rest) {
        return "{'recordType': 'core.account', 'name': '" + name + "', 'kind': '" + kind + "', 'labels': {'en': '"
                + name + "'}" + rest + "}";
    }

    private String field(String name, String kind, String rest) {
        JsonObject field = admin.create("own-fields", body(name + word, kind, rest));
        made.add(field.getString("id"));
        return field.getString("name");
    }

    private String formula(String name, String formula) {
        return field(name, "FORMULA", ", 'formula': '" + quoted(formula) + "'");
    }

    /** Texts in formulas stand between the quotes that bodies are written with. */
    private static String quoted(String formula) {
        return formula.replace("'", "\\u0027");
    }

    private Answer refused(String formula) {
        Answer answer =
                admin.post("own-fields", body("ownX" + word, "FORMULA", ", 'formula': '" + quoted(formula) + "'"));
        assertThat(answer.status()).isEqualTo(400);
        return answer;
    }

    private String account(String name, String rest) {
        return manager.id("accounts", "{'name': '" + name + " " + word + "'" + rest + "}");
    }

    private List<String> names(String filter, String sort) {
        Call call = Call.get(Office.path("accounts"))
                .query("filter", "name==*" + word + (filter.isEmpty() ? "" : ";" + filter))
                .query("sort", sort);
        return manager.done(call).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("name").replace(" " + word, ""))
                .toList();
    }

    @Test
    void areReckonedWhenTheyAreRead() {
        String number = field("ownN", "DECIMAL", "");
        String date = field("ownD", "DATE", "");
        String twice = formula("ownTwice", number + " * 2 + employees");
        String part = formula("ownPart", "round(" + twice + " / employees, 2)");
        String size = formula("ownSize", "employees >= 10 ? 'large ' + employees : 'small'");
        String due = formula("ownDue", date + " + 30");
        String big = formula("ownBig", "annualRevenue > 1000");
        String id = account(
                "A",
                ", 'employees': 3, '" + number + "': 2.5, '" + date + "': '2026-01-15',"
                        + " 'annualRevenue': {'amount': '1000.01', 'currency': 'EUR'}");

        JsonObject read = manager.read("accounts/" + id);
        assertThat(read.getJsonNumber(twice).doubleValue()).isEqualTo(8.0);
        assertThat(read.getJsonNumber(part).doubleValue()).isEqualTo(2.67);
        assertThat(read.getString(size)).isEqualTo("small");
        assertThat(read.getString(due)).isEqualTo("2026-02-14");
        assertThat(read.getBoolean(big)).isTrue();

        manager.patch("accounts/" + id, "{'employees': 12}");
        assertThat(manager.read("accounts/" + id).getString(size)).isEqualTo("large 12");
    }

    @Test
    void areNothingWhereTheyCannotBeReckoned() {
        String part = formula("ownPart", "100 / employees");
        String far = formula("ownFar", "ifEmpty(foundedYear, 1) * 1000000 > 5 ? today() + 99999999999 : today()");
        String large = formula("ownLarge", "employees * 1000000000 * 1000000000");

        JsonObject none = manager.read("accounts/" + account("A", ""));
        JsonObject zero = manager.read("accounts/" + account("B", ", 'employees': 0"));
        JsonObject many = manager.read("accounts/" + account("C", ", 'employees': 7"));

        assertThat(none.isNull(part)).isTrue();
        assertThat(zero.isNull(part)).isTrue();
        assertThat(many.isNull(far)).isTrue();
        assertThat(many.isNull(large)).isTrue();
        assertThat(zero.getJsonNumber(large).doubleValue()).isZero();
    }

    @Test
    void areFilteredSortedGroupedAndExported() {
        String twice = formula("ownTwice", "employees * 2");
        String size = formula("ownSize", "employees > 4");
        account("A", ", 'employees': 5");
        account("B", ", 'employees': 3");
        account("C", "");

        assertThat(names("", twice)).containsExactly("B", "A", "C");
        assertThat(names("", "-" + twice)).containsExactly("A", "B", "C");
        assertThat(names(twice + ">6", "name")).containsExactly("A");
        assertThat(names(twice + "=isnull=true", "name")).containsExactly("C");
        assertThat(names(size + "==true", "name")).containsExactly("A");
        JsonObject groups = manager.done(Call.get(Office.path("accounts/groups"))
                        .query("by", size)
                        .query("filter", "name==*" + word))
                .json();
        assertThat(groups.toString()).contains("\"key\":\"true\"", "\"key\":\"false\"");
        String csv = manager.done(Call.get(Office.path("accounts/export"))
                        .query("format", "csv")
                        .query("filter", "name==*" + word)
                        .query("sort", "name")
                        .query("fields", "name," + twice))
                .body();
        assertThat(csv).contains("A " + word + ",10").contains("B " + word + ",6");
    }

    @Test
    void areWhatReportsAreToldBy() {
        JsonObject field = admin.create(
                "own-fields",
                "{'recordType': 'sales.opportunity', 'name': 'ownBig" + word
                        + "', 'kind': 'FORMULA', 'labels': {'en': 'Big'}, 'formula': 'amount > 500'}");
        made.add(field.getString("id"));
        String account = account("A", "");
        manager.id(
                "opportunities",
                "{'name': '" + word + "', 'account': '" + account
                        + "', 'amount': {'amount': '900.00', 'currency': 'EUR'}}");

        JsonObject report = manager.done(Call.get(Office.path("opportunities/reports/pipeline"))
                        .query("by", field.getString("name"))
                        .query("filter", "account==" + account))
                .json();

        assertThat(report.toString()).contains("\"true\"").contains("900");
    }

    @Test
    void takeNoValueAndAreFilledInByNobody() {
        String twice = formula("ownTwice", "employees * 2");

        assertThat(manager.post("accounts", "{'name': '" + word + "', '" + twice + "': 4}")
                        .fields())
                .containsExactly(twice);
        assertThat(described(twice).getBoolean("readOnly")).isTrue();
        assertThat(described(twice).getString("kind")).isEqualTo("decimal");
    }

    private JsonObject described(String field) {
        return manager.read("manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("core.account"))
                .flatMap(type -> type.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .filter(each -> each.getString("name").equals(field))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areRefusedWithTheFieldThatIsWrong() {
        String twice = formula("ownTwice", "employees * 2");
        String other = formula("ownOther", twice + " + 1");

        assertThat(refused("employees * ").fields()).containsExactly("formula");
        assertThat(refused("employees * nobody").fields()).containsExactly("formula.nobody");
        assertThat(refused("addresses").fields()).containsExactly("formula.addresses");
        assertThat(refused("ownX" + word + " + 1").fields()).containsExactly("formula.ownX" + word);
        assertThat(refused("").fields()).containsExactly("formula");
        assertThat(admin.post("own-fields", body("ownY" + word, "TEXT", ", 'formula': 'name'"))
                        .fields())
                .containsExactly("formula");
        assertThat(admin.post(
                                "own-fields",
                                body(
                                        "ownY" + word,
                                        "FORMULA",
                                        ", 'formula': 'name', 'required': true, 'unique': true, 'indexed': true,"
                                                + " 'searchable': true"))
                        .fields())
                .containsExactlyInAnyOrder("required", "unique", "indexed", "searchable");
        assertThat(changed(made.get(0), other + " + 1").fields()).containsExactly("formula." + twice);
        assertThat(changed(made.get(0), "name").fields()).containsExactly("formula");
        assertThat(admin.delete("own-fields/" + made.get(0)).fields()).containsExactly(other);
    }

    private Answer changed(String id, String formula) {
        return admin.send(Call.put(
                        Office.path("own-fields/" + id),
                        Office.json("{'labels': {'en': 'Twice'}, 'formula': '" + formula + "'}"))
                .header("If-Match", "*"));
    }

    @Test
    void areHiddenFromThoseWhoDoNotSeeWhatTheyAreMadeOf() {
        String twice = formula("ownTwice", "employees * 2");
        String id = account("A", ", 'employees': 4");
        String role = admin.id(
                "roles",
                "{'name': 'R " + word
                        + "', 'grants': [{'subject': 'core.account', 'action': 'view', 'level': 'tenant'}], 'fields':"
                        + " [{'recordType': 'core.account', 'field': 'employees', 'access': 'none'}]}");
        Office otto = new Office(DemoMember.OTTO_ONLY);
        String roles = "people/" + otto.read("manifest").getJsonObject("me").getString("id") + "/roles";
        String before = admin.read(roles).getJsonArray("roles").getJsonObject(0).getString("id");
        admin.done(Call.put(Office.path(roles), Office.json("{'roles': ['" + role + "']}")));
        try {
            assertThat(otto.read("accounts/" + id)).doesNotContainKeys("employees", twice);
            assertThat(otto.send(Call.get(Office.path("accounts")).query("sort", twice))
                            .status())
                    .isEqualTo(400);
            assertThat(otto.send(Call.get(Office.path("accounts")).query("filter", twice + ">1"))
                            .status())
                    .isEqualTo(400);
        } finally {
            admin.done(Call.put(Office.path(roles), Office.json("{'roles': ['" + before + "']}")));
            admin.delete("roles/" + role);
        }
        assertThat(manager.read("accounts/" + id).getInt(twice)).isEqualTo(8);
    }
}
