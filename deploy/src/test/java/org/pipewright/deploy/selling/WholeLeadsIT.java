package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.reference;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.access.Acme;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** What a lead tells is not lost when it becomes something (areas CONV, CON and LEAD). */
class WholeLeadsIT {

    private final Desk desk = new Desk();
    private final String email = desk.word.toLowerCase(Locale.ROOT) + "@loom.example";

    private static JsonArray points(String... kindsAndValues) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        for (int i = 0; i < kindsAndValues.length; i += 2) {
            points.add(object("kind", kindsAndValues[i], "value", kindsAndValues[i + 1]));
        }
        return points.build();
    }

    private static List<String> values(JsonObject record, String list) {
        return record.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(point -> point.getString("value"))
                .toList();
    }

    private JsonObject record(String path, String id) {
        return desk.rita.read(ROOT + path + "/" + id);
    }

    private JsonObject proposal(String lead) {
        return desk.rita.read(ROOT + "leads/" + lead + "/qualify");
    }

    private JsonObject qualified(String lead, JsonObject input) {
        return desk.rita.done(qualify(lead, input)).json();
    }

    private static Call qualify(String lead, JsonObject input) {
        return Call.post(ROOT + "leads/" + lead + "/qualify", input);
    }

    private int found(String path) {
        return desk.rita
                .done(Call.get(ROOT + path).query("q", desk.word).query("count", "true"))
                .json()
                .getInt("total");
    }

    /** Somebody known by e-mail of a company known by name. */
    private String known() {
        String account = desk.account("Looms");
        return desk.made(
                "contacts",
                object(
                        "lastName",
                        desk.word,
                        "jobTitle",
                        "Countess",
                        "account",
                        account,
                        "emails",
                        points("WORK", email)));
    }

    private String leadOfKnown() {
        return desk.made(
                "leads",
                object(
                        "lastName",
                        desk.word,
                        "company",
                        desk.word + " Looms",
                        "jobTitle",
                        "Engineer",
                        "website",
                        "https://" + desk.word.toLowerCase(Locale.ROOT) + ".example",
                        "emails",
                        points("PRIVATE", email, "OTHER", "other." + email),
                        "phones",
                        points("MOBILE", "+44 7400 123456")));
    }

    /** The person is found as before, and the deal is called by what was asked for (S-LEAD-01, S-LEAD-05). */
    @Test
    void aLeadWithASubjectIsCalledByIt() {
        String lead = desk.made("leads", object("lastName", desk.word, "subject", "Forty engines"));

        JsonObject named = record("leads", lead);
        String deal = proposal(lead).getString("opportunity");
        int ofThePerson = found("leads");
        desk.rita.done(Call.of("PATCH", ROOT + "leads/" + lead)
                .with(object("subject", JsonValue.NULL))
                .header("If-Match", "*"));

        assertThat(named.getString("name")).isEqualTo("Forty engines");
        assertThat(deal).isEqualTo("Forty engines");
        assertThat(ofThePerson).isOne();
        assertThat(record("leads", lead).getString("name")).isEqualTo(desk.word);
    }

    @Test
    void whoIsKnownIsLinkedAndGetsWhatTheyLack() {
        String contact = known();
        String lead = leadOfKnown();

        JsonObject proposal = proposal(lead);
        JsonObject became = qualified(lead, sent(proposal));

        assertThat(reference(proposal, "contact")).isEqualTo(contact);
        assertThat(proposal.getString("rest")).contains("Engineer").doesNotContain("7400", "other.");
        assertThat(found("accounts")).isOne();
        assertThat(found("contacts")).isOne();
        JsonObject completed = record("contacts", contact);
        assertThat(values(completed, "emails")).containsExactly(email, "other." + email);
        assertThat(values(completed, "phones")).containsExactly("+44 7400 123456");
        assertThat(completed.getString("jobTitle")).isEqualTo("Countess");
        assertThat(record("accounts", reference(became, "account")).getString("website"))
                .contains(desk.word.toLowerCase(Locale.ROOT));
        assertThat(record("opportunities", reference(became, "opportunity")).getString("comment"))
                .contains("Engineer");
    }

    /** The proposal as a person sends it who changes nothing. */
    private static JsonObject sent(JsonObject proposal) {
        var input = Json.createObjectBuilder(proposal);
        List.of("account", "contact").forEach(name -> input.add(name, reference(proposal, name)));
        return input.build();
    }

    @Test
    void whoIsKnownStaysAsTheyAreWhereThatIsSaid() {
        String contact = known();
        String lead = leadOfKnown();

        qualified(lead, Desk.with(sent(proposal(lead)), "complete", false));

        assertThat(values(record("contacts", contact), "emails")).containsExactly(email);
    }

    @Test
    void aCompanyWithoutAPersonKeepsAllItsAddresses() {
        String lead = desk.made(
                "leads",
                object(
                        "company",
                        desk.word,
                        "emails",
                        points("PRIVATE", email),
                        "phones",
                        points("MOBILE", "+44 7400 123456"),
                        "addresses",
                        Json.createArrayBuilder()
                                .add(object("kind", "WORK", "city", "London"))
                                .add(object("kind", "OTHER", "city", "Bath"))
                                .build()));

        JsonObject account = record("accounts", reference(qualified(lead, proposal(lead)), "account"));

        assertThat(values(account, "emails")).containsExactly(email);
        assertThat(values(account, "phones")).containsExactly("+44 7400 123456");
        assertThat(account.getJsonArray("addresses")).hasSize(2);
    }

    @Test
    void aPersonOfOneNameBecomesAContactToo() {
        String lead = desk.made("leads", object("firstName", desk.word, "company", desk.word + " Ltd"));

        JsonObject proposal = proposal(lead);

        assertThat(proposal.getBoolean("newContact")).isTrue();
        assertThat(proposal).doesNotContainKey("rest");
        assertThat(record("contacts", reference(qualified(lead, proposal), "contact"))
                        .getString("name"))
                .isEqualTo(desk.word);
    }

    @Test
    void theConsentOfAFormIsOneOfTheContact() {
        String lead = consenting();

        String contact = reference(qualified(lead, proposal(lead)), "contact");

        JsonObject consent = items(desk.anna
                        .done(Call.get(ROOT + "consents").query("filter", "contact==" + contact))
                        .json())
                .get(0);
        assertThat(consent.getString("channel")).isEqualTo("EMAIL");
        assertThat(consent.getBoolean("given")).isTrue();
        assertThat(consent.getString("decidedOn")).isEqualTo("2026-05-04");
        assertThat(consent.getString("note")).isEqualTo("You may write to me");
    }

    private String consenting() {
        return desk.made(
                "leads",
                object(
                        "lastName",
                        desk.word,
                        "company",
                        desk.word + " Looms",
                        "emails",
                        points("WORK", email),
                        "consentText",
                        "You may write to me",
                        "consentedAt",
                        "2026-05-04T10:00:00Z"));
    }

    @Test
    void whoHasSaidNoIsNotOpenedByAnOldForm() {
        String contact = known();
        desk.rita.done(Call.of("PATCH", ROOT + "contacts/" + contact)
                .with(object("doNotMail", true))
                .header("If-Match", "*"));
        String lead = consenting();

        JsonObject proposal = proposal(lead);
        qualified(lead, sent(proposal));

        assertThat(proposal.getString("rest")).contains("You may write to me");
        assertThat(record("contacts", contact).getBoolean("doNotMail")).isTrue();
    }

    /** What was said, added and sent about a lead is read with what it became, once (S-CONV-08). */
    @Test
    void commentsAndFilesStandInTheStoryOfWhatItBecame() {
        String lead = desk.made("leads", object("lastName", desk.word, "company", desk.word + " Ltd"));
        desk.rita.done(Call.post(ROOT + "leads/" + lead + "/comments", object("text", "Said " + desk.word)));
        desk.rita.done(Call.of("POST", ROOT + "leads/" + lead + "/files")
                .query("name", desk.word + ".txt")
                .with("application/octet-stream", "x"));

        JsonObject became = qualified(lead, proposal(lead));

        List.of("opportunities/" + reference(became, "opportunity"), "accounts/" + reference(became, "account"))
                .forEach(path -> {
                    List<JsonObject> story = items(desk.rita.read(ROOT + path + "/timeline"));
                    assertThat(story)
                            .as(path)
                            .filteredOn(entry -> entry.toString().contains("Said " + desk.word))
                            .hasSize(1);
                    assertThat(story)
                            .as(path)
                            .filteredOn(entry -> entry.toString().contains(desk.word + ".txt"))
                            .hasSize(1);
                });
    }

    @Test
    void whoMayMakeNoAccountsIsOfferedTheOnesThereAre() {
        String lead = desk.made("leads", object("lastName", desk.word, "company", desk.word + " Ltd"));
        String role = Acme.role(
                Acme.grant("sales.lead", "view", "TENANT"),
                Acme.grant("sales.lead", "qualify", "TENANT"),
                Acme.grant("core.account", "view", "TENANT"),
                Acme.grant("core.contact", "view", "TENANT"),
                Acme.grant("core.contact", "create", "TENANT"),
                Acme.grant("sales.opportunity", "view", "TENANT"),
                Acme.grant("sales.opportunity", "create", "TENANT"));
        Acme.holding(DemoMember.ROB_REP, List.of(role), () -> {
            var rob = RunningProduct.get().as(DemoMember.ROB_REP);

            assertThat(rob.read(ROOT + "leads/" + lead + "/qualify")).doesNotContainKey("newAccount");
            assertThat(asked(rob.read(ROOT + "manifest")))
                    .contains("account", "newContact")
                    .doesNotContain("newAccount");
            assertThat(rob.send(qualify(lead, object("newAccount", desk.word))).status())
                    .isEqualTo(403);
        });
    }

    private static List<String> asked(JsonObject manifest) {
        return manifest.getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("sales.lead"))
                .flatMap(type -> type.getJsonArray("verbs").getValuesAs(JsonObject.class).stream())
                .filter(verb -> verb.getString("name").equals("qualify"))
                .flatMap(verb -> verb.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .map(field -> field.getString("name"))
                .toList();
    }

    @Test
    void aLeadIsSomebody() {
        Answer nobody = desk.rita.send(Call.post(ROOT + "leads", object("jobTitle", "Engineer")));
        JsonObject lead = desk.rita
                .done(Call.post(ROOT + "leads", object("emails", points("WORK", email))))
                .json();

        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.fields()).containsExactlyInAnyOrder("lastName", "company", "emails");
        assertThat(lead.getString("name")).isEqualTo(email);
    }

    @Test
    void aQualifiedLeadTakesNotesOnlyAndIsNotAmongTheOpenOnes() {
        String lead = desk.made("leads", object("lastName", desk.word, "company", desk.word + " Ltd"));
        assertThat(open()).isOne();
        qualified(lead, proposal(lead));

        Answer refused = desk.rita.send(change(lead, object("company", "Else")));
        Answer noted = desk.rita.send(change(lead, object("notes", "Met again")));

        assertThat(refused.problem()).isEqualTo("lead-decided");
        assertThat(refused.fields()).containsExactly("company");
        assertThat(noted.status()).isEqualTo(200);
        assertThat(open()).isZero();
    }

    /** How many of these leads the view shows with which the list opens. */
    private int open() {
        String filter =
                desk.rita.read(ROOT + "manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                        .filter(type -> type.getString("name").equals("sales.lead"))
                        .map(type -> type.getJsonArray("views").getJsonObject(0))
                        .filter(view -> view.getString("key").equals("open"))
                        .map(view -> view.getString("filter"))
                        .findFirst()
                        .orElseThrow();
        return desk.rita
                .done(Call.get(ROOT + "leads")
                        .query("filter", filter)
                        .query("q", desk.word)
                        .query("count", "true"))
                .json()
                .getInt("total");
    }

    private static Call change(String lead, JsonObject change) {
        return Call.of("PATCH", ROOT + "leads/" + lead).with(change).header("If-Match", "*");
    }
}
