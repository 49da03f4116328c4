package org.pipewright.deploy.selling;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.TenantTables;

/** A lead becomes account, contact and opportunity, or is dropped and taken up again (areas CONV and LEAD). */
class QualifyingIT {

    private static final String ROOT = "/api/tenants/acme/";

    private final RunningProduct product = RunningProduct.get();
    private final Client rita = product.as(DemoMember.RITA_REP);
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final String word = "Q" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void becomesAccountContactAndOpportunity() {
        String lead = lead();

        JsonObject qualified = rita.done(qualify(lead, everything())).json();

        assertThat(title(qualified, "status")).isEqualTo("Qualified");
        JsonObject account = rita.read(ROOT + "accounts/" + id(qualified, "account"));
        assertThat(account.getString("name")).isEqualTo(word + " Ltd");
        assertThat(account.getJsonArray("addresses").getJsonObject(0).getString("city"))
                .isEqualTo("London");
        JsonObject contact = rita.read(ROOT + "contacts/" + id(qualified, "contact"));
        assertThat(contact.getString("name")).isEqualTo("Ada " + word);
        assertThat(values(contact, "emails")).containsExactly(email(), "other." + email());
        assertThat(values(contact, "phones")).containsExactly("+44 20 7946 0000", "+44 7400 123456");
        assertThat(contact.getJsonArray("addresses")).hasSize(2);
        assertThat(values(account, "phones")).containsExactly("+44 20 7946 0000");
        assertThat(id(contact, "account")).isEqualTo(id(qualified, "account"));
        JsonObject opportunity = rita.read(ROOT + "opportunities/" + id(qualified, "opportunity"));
        assertThat(opportunity.getString("need")).isEqualTo("A thinking engine");
        assertThat(opportunity.getJsonObject("channel").getString("title")).isEqualTo("Event");
        assertThat(opportunity.getJsonObject("amount").getString("amount")).isEqualTo("1200.00");
        assertThat(id(opportunity, "lead")).isEqualTo(lead);
        assertThat(id(opportunity, "contact")).isEqualTo(id(qualified, "contact"));
    }

    @Test
    void tellsWhoComesSecondWhatItBecame() {
        String lead = lead();

        List<Answer> answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> rita.send(qualify(lead, everything())))
                .toList();

        Map<Integer, List<Answer>> byStatus = answers.stream().collect(groupingBy(Answer::status));
        assertThat(byStatus.keySet()).containsExactlyInAnyOrder(200, 409);
        assertThat(byStatus.get(200)).hasSize(1);
        String opportunity = id(byStatus.get(200).get(0).json(), "opportunity");
        Set<String> told = byStatus.get(409).stream()
                .map(answer -> answer.json().getString("opportunity"))
                .collect(Collectors.toSet());
        assertThat(told).containsExactly(opportunity);
        assertThat(byStatus.get(409)).allMatch(answer -> answer.problem().equals("lead-qualified"));
        assertThat(found("opportunities")).isOne();
    }

    @Test
    void asksForACompanyAndForOneOfTwo() {
        String lead = lead();

        assertThat(rita.send(qualify(lead, object().add("opportunity", word))).fields())
                .containsExactly("account", "newAccount");
        String account = rita.done(Call.post(
                        ROOT + "accounts", object().add("name", word + " Inc").build()))
                .json()
                .getString("id");
        assertThat(rita.send(qualify(lead, everything().add("account", account)))
                        .fields())
                .containsExactly("newAccount");
        assertThat(found("contacts")).isZero();
    }

    @Test
    void proposesWhoIsKnownAlready() {
        String account = rita.done(Call.post(
                        ROOT + "accounts", object().add("name", word + " Ltd").build()))
                .json()
                .getString("id");

        JsonObject proposal = rita.read(ROOT + "leads/" + lead() + "/qualify");

        assertThat(id(proposal, "account")).isEqualTo(account);
        assertThat(proposal.getJsonObject("account").getString("title")).isEqualTo(word + " Ltd");
        assertThat(proposal).doesNotContainKey("newAccount");
        assertThat(proposal.getBoolean("newContact")).isTrue();
        assertThat(proposal.getJsonObject("amount").getString("amount")).isEqualTo("1200.00");
    }

    /** Each table that a qualification writes to refuses in its turn; which these are one qualification tells. */
    @Test
    void leavesNothingBehindWhicheverStepFails() {
        QualifyingIT other = new QualifyingIT();
        String qualified = other.lead();
        TenantTables tables = new TenantTables(tenant());
        Map<String, String> before = tables.marks();
        other.rita.done(qualify(qualified, other.everything()));
        Map<String, String> after = tables.marks();
        String lead = lead();
        int version = rita.read(ROOT + "leads/" + lead).getInt("version");

        List<String> failed = before.keySet().stream()
                .filter(table -> !after.get(table).equals(before.get(table)))
                .filter(table -> {
                    Answer answer = whileBroken(table, () -> rita.send(qualify(lead, everything())));
                    boolean stopped = !answer.isSuccess();
                    assertThat(found("accounts") + found("contacts") + found("opportunities"))
                            .as(table)
                            .isEqualTo(stopped ? 0 : 3);
                    assertThat(stopped)
                            .as(table + " is written with all the others")
                            .isTrue();
                    return stopped;
                })
                .toList();

        assertThat(failed)
                .contains(
                        "core.account",
                        "core.contact",
                        "core.history",
                        "core.search_entry",
                        "sales.lead",
                        "sales.opportunity");
        JsonObject untouched = rita.read(ROOT + "leads/" + lead);
        assertThat(title(untouched, "status")).isEqualTo("New");
        assertThat(untouched.getInt("version")).isEqualTo(version);
        rita.done(qualify(lead, everything()));
    }

    private static String tenant() {
        return Console.unlimited()
                .query("select id from platform.tenant where slug = 'acme'")
                .get(0);
    }

    @Test
    void isTakenBackUntilSomebodyWorksOnIt() {
        String lead = lead();
        rita.done(qualify(lead, everything()));

        JsonObject open = rita.done(verb(lead, "unqualify")).json();

        assertThat(title(open, "status")).isEqualTo("New");
        assertThat(found("accounts") + found("contacts") + found("opportunities"))
                .isZero();

        JsonObject again = rita.done(qualify(lead, everything())).json();
        String opportunity = ROOT + "opportunities/" + id(again, "opportunity");
        String version =
                rita.done(Call.get(opportunity)).headers().firstValue("ETag").orElseThrow();
        rita.done(Call.of("PATCH", opportunity)
                .with(object().add("nextStep", "Call").build())
                .header("If-Match", version));
        Answer refused = rita.send(verb(lead, "unqualify"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("qualification-in-use");
        assertThat(refused.json().getString("name")).isEqualTo(word);
        assertThat(found("accounts")).isOne();
    }

    @Test
    void becomesNoOpportunityWhileThoseAreOff() {
        String lead = lead();
        switchOpportunities(false);
        try {
            assertThat(rita.send(qualify(lead, everything())).problem()).isEqualTo("feature-dependency");
            JsonObject qualified = rita.done(qualify(
                            lead, object().add("newAccount", word + " Ltd").add("newContact", true)))
                    .json();
            assertThat(id(qualified, "contact")).isNotEmpty();
        } finally {
            switchOpportunities(true);
        }
    }

    /** The tenant says where what a lead tells is to go; what it says goes nowhere is offered as a comment (S-CONV-07). */
    @Test
    void goesWhereTheTenantSaysItsFieldsGo() {
        String lead = lead();
        try {
            mapping("need=");
            assertThat(rita.read(ROOT + "leads/" + lead + "/qualify").getString("rest"))
                    .contains("A thinking engine");

            mapping("need = opportunity.proposedSolution");
            JsonObject qualified = rita.done(qualify(lead, everything())).json();
            JsonObject deal = rita.read(ROOT + "opportunities/" + id(qualified, "opportunity"));
            assertThat(deal.getString("proposedSolution")).isEqualTo("A thinking engine");
            assertThat(deal.getString("need", "")).isEmpty();
        } finally {
            mapping("");
        }
    }

    private void mapping(String value) {
        anna.done(Call.put(
                ROOT + "settings/sales.lead-mapping",
                object().add("value", value).build()));
    }

    @Test
    void isTakenUpAgainAsANewLead() {
        String lead = lead();
        rita.done(Call.post(
                ROOT + "leads/" + lead + "/disqualify",
                object().add("reason", "NO_BUDGET").build()));

        JsonObject old = rita.done(verb(lead, "reactivate")).json();

        assertThat(title(old, "status")).isEqualTo("Disqualified");
        assertThat(old.getString("disqualifyReason")).isEqualTo("NO_BUDGET");
        JsonObject successor = rita.read(ROOT + "leads/" + id(old, "reactivatedAs"));
        assertThat(title(successor, "status")).isEqualTo("New");
        assertThat(values(successor, "emails")).containsExactly(email(), "other." + email());
        assertThat(id(successor, "reactivates")).isEqualTo(lead);
        Answer second = rita.send(verb(lead, "reactivate"));
        assertThat(second.problem()).isEqualTo("lead-reactivated");
        assertThat(second.json().getString("lead")).isEqualTo(successor.getString("id"));
    }

    private String lead() {
        return rita.done(Call.post(
                        ROOT + "leads",
                        object().add("firstName", "Ada")
                                .add("lastName", word)
                                .add("company", word + " Ltd")
                                .add("emails", points("WORK", email(), "OTHER", "other." + email()))
                                .add("phones", points("WORK", "+44 20 7946 0000", "MOBILE", "+44 7400 123456"))
                                .add(
                                        "addresses",
                                        Json.createArrayBuilder()
                                                .add(object().add("kind", "WORK")
                                                        .add("city", "London"))
                                                .add(object().add("kind", "PRIVATE")
                                                        .add("city", "Bath")))
                                .add("need", "A thinking engine")
                                .add("channel", new Desk().id("channels", "Event"))
                                .add("budget", money())
                                .build()))
                .json()
                .getString("id");
    }

    private static JsonArrayBuilder points(String... kindsAndValues) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        for (int i = 0; i < kindsAndValues.length; i += 2) {
            points.add(object().add("kind", kindsAndValues[i]).add("value", kindsAndValues[i + 1]));
        }
        return points;
    }

    private static List<String> values(JsonObject record, String list) {
        return record.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(point -> point.getString("value"))
                .toList();
    }

    private String email() {
        return word.toLowerCase(java.util.Locale.ROOT) + "@engines.example";
    }

    private static JsonObjectBuilder money() {
        return object().add("amount", "1200.00").add("currency", "EUR");
    }

    private JsonObjectBuilder everything() {
        return object().add("newAccount", word + " Ltd")
                .add("newContact", true)
                .add("opportunity", word)
                .add("amount", money());
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    private static Call qualify(String lead, JsonObjectBuilder input) {
        return Call.post(ROOT + "leads/" + lead + "/qualify", input.build());
    }

    private static Call verb(String lead, String name) {
        return Call.post(ROOT + "leads/" + lead + "/" + name, JsonValue.EMPTY_JSON_OBJECT);
    }

    private static String id(JsonObject record, String reference) {
        return record.getJsonObject(reference).getString("id");
    }

    private static String title(JsonObject record, String reference) {
        return record.getJsonObject(reference).getString("title");
    }

    private int found(String path) {
        return rita.done(Call.get(ROOT + path).query("q", word).query("count", "true"))
                .json()
                .getInt("total");
    }

    private void switchOpportunities(boolean on) {
        anna.done(Call.put(
                ROOT + "features/sales.opportunities",
                object().add("enabled", on).build()));
    }

    /** Does the work while nothing can be written to the table. */
    private Answer whileBroken(String table, java.util.function.Supplier<Answer> work) {
        execute("create function platform.broken() returns trigger language plpgsql as "
                + "'begin raise exception ''broken''; end'");
        execute("create trigger broken before insert or update or delete on " + table
                + " execute function platform.broken()");
        try {
            return work.get();
        } finally {
            execute("drop function platform.broken() cascade");
        }
    }

    private static void execute(String statement) {
        Console.of("acme").execute(statement);
    }
}
