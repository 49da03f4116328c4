package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Records that may be the same: told, refused if the tenant wants it, listed, dismissed (S-DUP-01, S-DUP-02, S-DUP-03, S-DUP-07). */
class DuplicatesIT {

    private static final String BY_EMAIL = "settings/core.account.duplicates.email";
    private static final String BY_NAME = "settings/core.account.duplicates.organisation";

    private final Office anna = new Office(DemoMember.ANNA_ADMIN);
    private final Office rita = new Office(DemoMember.RITA_REP);
    private String name;

    @BeforeEach
    void chooseAName() {
        name = Office.unique();
    }

    private List<JsonObject> like(Office who, String type, String members) {
        Answer answer = who.post("duplicates/" + type, members);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> reasons(JsonObject candidate) {
        return candidate.getJsonArray("reasons").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private List<JsonObject> listed(String id) {
        List<JsonObject> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonObject page = anna.read("duplicates/core.account?limit=200" + after);
            all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            String next = page.getString("next", "");
            after = next.isEmpty() ? null : "&after=" + next;
        }
        return all.stream()
                .filter(pair -> List.of(
                                pair.getJsonObject("first").getString("id"),
                                pair.getJsonObject("second").getString("id"))
                        .contains(id))
                .toList();
    }

    private void byEmail(String handling) {
        handle(BY_EMAIL, handling);
    }

    private void handle(String rule, String handling) {
        anna.done(Call.put(Office.path(rule), Office.json("{'value': '" + handling + "'}")));
    }

    private String email() {
        return "'emails': [{'value': 'Info@" + name + ".example'}]";
    }

    @Test
    void areFoundByTheNameWithoutItsLegalForm() {
        String known = anna.id("accounts", "{'name': '" + name + " GmbH & Co. KG'}");

        JsonObject candidate = like(anna, "core.account", "{'name': '" + name.toUpperCase() + "'}")
                .get(0);

        assertThat(candidate.getString("id")).isEqualTo(known);
        assertThat(candidate.getString("title")).isEqualTo(name + " GmbH & Co. KG");
        assertThat(candidate.getInt("score")).isEqualTo(75);
        assertThat(reasons(candidate)).containsExactly("ORGANISATION");
    }

    @Test
    void areFoundInTheSameCityInSpiteOfASlipOfThePen() {
        anna.id("accounts", "{'name': '" + name + " Maschinenbau', 'addresses': [{'city': 'Köln'}]}");
        String slip = "{'name': '" + name + " Mashinenbau'";

        assertThat(like(anna, "core.account", slip + ", 'addresses': [{'city': 'koeln'}]}"))
                .hasSize(1);
        assertThat(like(anna, "core.account", slip + ", 'addresses': [{'city': 'Bonn'}]}"))
                .isEmpty();
    }

    @Test
    void areFoundByEachFactAndSurerByMore() {
        anna.id(
                "accounts",
                "{'name': '" + name + "', 'taxNumber': 'XX " + name + "', 'phones': [{'value': '0221 4711 " + digits()
                        + "'}], " + email() + "}");

        assertThat(score("'taxNumber': 'xx-" + name + "'")).isEqualTo(98);
        assertThat(score("'phones': [{'value': '+49 221 4711" + digits() + "'}]"))
                .isEqualTo(85);
        assertThat(score("'website': 'https://www." + name + ".example/start'")).isEqualTo(70);
        assertThat(score("'emails': [{'value': 'info@" + name + ".EXAMPLE'}]")).isEqualTo(97);
    }

    private String digits() {
        return String.format("%05d", Math.floorMod(name.hashCode(), 100_000));
    }

    private int score(String member) {
        return like(anna, "core.account", "{'name': 'Other', " + member + "}")
                .get(0)
                .getInt("score");
    }

    @Test
    void areNotTheRecordItself() {
        String known = anna.id("accounts", "{'name': '" + name + "'}");

        assertThat(like(anna, "core.account", "{'id': '" + known + "', 'name': '" + name + "'}"))
                .isEmpty();
    }

    @Test
    void areNotSoughtByWhatNoRecordHas() {
        Answer refused = anna.post("duplicates/core.account", "{'name': 'N', 'colour': 'red'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.toString()).contains("colour", "unknown");
    }

    @Test
    void areToldWithoutTheirDataToWhoMayNotSeeThem() {
        anna.id("accounts", "{'name': '" + name + "'}");

        JsonObject candidate =
                like(rita, "core.account", "{'name': '" + name + "'}").get(0);

        assertThat(candidate.keySet()).doesNotContain("id", "title", "score");
        assertThat(candidate.toString()).doesNotContain(name);
    }

    @Test
    void areRefusedIfTheTenantWantsItAndMadeAllTheSameByWhoMay() {
        String known = anna.id("accounts", "{'name': '" + name + "', " + email() + "}");
        byEmail("BLOCK");
        try {
            String body = "{'name': 'Other " + name + "', " + email() + "}";
            Answer refused = anna.post("accounts", body);
            Answer forbidden = rita.post("accounts?duplicates=allow", body);
            Answer made = anna.post("accounts?duplicates=allow", body);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("likely-duplicate");
            assertThat(refused.json()
                            .getJsonArray("candidates")
                            .getJsonObject(0)
                            .getString("id"))
                    .isEqualTo(known);
            assertThat(refused.json().getString("recordType")).isEqualTo("core.account");
            assertThat(forbidden.status()).isEqualTo(403);
            assertThat(made.status()).isEqualTo(201);
            assertThat(anna.read("accounts/" + made.json().getString("id") + "/history")
                            .toString())
                    .contains("override-duplicates", known);
            assertThat(anna.post("accounts?duplicates=please", body).status()).isEqualTo(400);
        } finally {
            byEmail("WARN");
        }
    }

    @Test
    void areRefusedAlsoWhenARecordBecomesOne() {
        anna.id("accounts", "{'name': '" + name + "', " + email() + "}");
        String other = anna.id("accounts", "{'name': 'Other " + name + "'}");
        byEmail("BLOCK");
        try {
            assertThat(anna.patch("accounts/" + other, "{" + email() + "}").status())
                    .isEqualTo(409);
            assertThat(anna.patch("accounts/" + other, "{'industry': 'Tea'}").status())
                    .isEqualTo(200);
        } finally {
            byEmail("WARN");
        }
    }

    @Test
    void areRefusedRowByRowInAnImport() {
        anna.id("accounts", "{'name': '" + name + "', " + email() + "}");
        byEmail("BLOCK");
        try {
            JsonObject counts = imported("Twin " + name + ",info@" + name + ".example\nNew " + name + ",\n");

            assertThat(counts.getInt("CREATED", 0)).isOne();
            assertThat(counts.getInt("FAILED", 0) + counts.getInt("ERROR", 0)).isOne();
            assertThat(anna.found("accounts", "name=='Twin " + name + "'")).isEmpty();
            assertThat(anna.found("accounts", "name=='New " + name + "'")).hasSize(1);
        } finally {
            byEmail("WARN");
        }
    }

    /** Whoever imports has been told of them, so the list has only those a rule is to link. */
    @Test
    void areMadeAndListedWhereTheTenantWantsThemLinked() {
        anna.id("accounts", "{'name': '" + name + "', " + email() + "}");
        imported("Warned " + name + ",info@" + name + ".example\n");
        byEmail("LINK");
        try {
            imported("Linked " + name + ",info@" + name + ".example\n");

            assertThat(listed(account("Linked"))).hasSize(2);
            assertThat(listed(account("Warned"))).hasSize(1);
        } finally {
            byEmail("WARN");
        }
    }

    private String account(String kind) {
        return anna.found("accounts", "name=='" + kind + " " + name + "'")
                .get(0)
                .getString("id");
    }

    /** Imports accounts, each with a name and an address, and returns what became of them. */
    private JsonObject imported(String rows) {
        String id = anna.done(Call.of("POST", Office.path("imports"))
                        .query("recordType", "core.account")
                        .with("text/csv", "Name,Mail\n" + rows))
                .json()
                .getString("id");
        anna.done(Call.put(
                Office.path("imports/" + id + "/mapping"),
                Office.json("{'mode': 'create', 'keys': [], 'fields': [{'field': 'name', 'column': 'Name'},"
                        + " {'field': 'emails', 'column': 'Mail'}]}")));
        for (String step : List.of("validate", "run")) {
            anna.done(Call.of("POST", Office.path("imports/" + id + "/" + step)));
            RunningProduct.eventually(
                    step, () -> anna.read("imports/" + id).getString("work", "").isEmpty());
        }
        return anna.read("imports/" + id).getJsonObject("counts");
    }

    @Test
    void areRefusedAlsoWhenAVerbMakesThemUnlessWhoeverMayWantsThem() {
        String known = anna.id("accounts", "{'name': '" + name + "'}");
        String lead = rita.id("leads", "{'lastName': '" + name + "'}");
        String qualification = "{'newAccount': '" + name + " GmbH'}";
        handle(BY_NAME, "BLOCK");
        try {
            Answer refused = rita.post("leads/" + lead + "/qualify", qualification);
            Answer forbidden = rita.post("leads/" + lead + "/qualify?duplicates=allow", qualification);
            Answer done = anna.post("leads/" + lead + "/qualify?duplicates=allow", qualification);

            assertThat(refused.problem()).isEqualTo("likely-duplicate");
            assertThat(refused.json().getString("recordType")).isEqualTo("core.account");
            assertThat(forbidden.status()).isEqualTo(403);
            assertThat(done.status()).as(done.toString()).isEqualTo(200);
            String made = done.json().getJsonObject("account").getString("id");
            assertThat(anna.read("accounts/" + made + "/history").toString()).contains("override-duplicates", known);
        } finally {
            handle(BY_NAME, "WARN");
        }
    }

    @Test
    void areListedUntilSomebodySaysTheyAreNotTheSame() {
        String one = anna.id("accounts", "{'name': '" + name + "'}");
        String other = anna.id("accounts", "{'name': '" + name + " Ltd'}");
        assertThat(listed(one)).hasSize(1);
        assertThat(listed(one).get(0).getInt("score")).isEqualTo(75);

        Answer dismissed = anna.post(
                "duplicates/core.account/dismiss", "{'pairs': [{'first': '" + other + "', 'second': '" + one + "'}]}");

        assertThat(dismissed.status()).as(dismissed.toString()).isEqualTo(204);
        assertThat(listed(one)).isEmpty();
        scan();
        assertThat(listed(one)).isEmpty();
    }

    @Test
    void areFoundByASearchOfWhatIsThere() {
        byEmail("OFF");
        String one;
        try {
            one = anna.id("accounts", "{'name': 'One " + name + "', 'emails': [{'value': 'x@gmx.de'}]}");
            anna.patch("accounts/" + one, "{'emails': [{'value': '" + name + "@gmx.de'}]}");
            anna.id("accounts", "{'name': 'Two " + name + "', 'emails': [{'value': '" + name + "@gmx.de'}]}");
            assertThat(listed(one)).isEmpty();
        } finally {
            byEmail("WARN");
        }

        scan();

        assertThat(listed(one)).hasSize(1);
    }

    private void scan() {
        Call call = Call.of("POST", Office.path("duplicates/core.account/scan"));
        String job = anna.done(call).json().getString("job");
        RunningProduct.eventually(
                "searched", () -> anna.read("jobs/" + job).getString("state").equals("DONE"));
    }
}
