package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.reference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Console;

/** A qualification is taken back for a day, as long as nobody has worked on what it made (S-CONV-11). */
class TakingBackIT {

    private final Desk desk = new Desk();
    private final String lead = desk.made("leads", object("lastName", desk.word, "company", desk.word + " Ltd"));
    private final JsonObject became = qualified();

    private JsonObject qualified() {
        String path = ROOT + "leads/" + lead + "/qualify";
        return desk.rita.done(Call.post(path, desk.rita.read(path))).json();
    }

    private Answer takenBack(String lead) {
        return desk.rita.send(Call.post(ROOT + "leads/" + lead + "/unqualify", JsonValue.EMPTY_JSON_OBJECT));
    }

    private int deals() {
        return desk.rita
                .done(Call.get(ROOT + "opportunities").query("q", desk.word).query("count", "true"))
                .json()
                .getInt("total");
    }

    @ParameterizedTest
    @CsvSource({
        "edit, Next step",
        "call, Rang twice",
        "comment, Well done",
        "file, Plan.txt",
        "quote, Quote",
        "colleague, Charles",
    })
    void isNotTakenBackOnceSomebodyWorkedOnIt(String deed, String told) {
        desk.rita.done(call(deed));

        Answer refused = takenBack(lead);
        assertThat(refused.problem()).isEqualTo("qualification-in-use");
        assertThat(refused.json().getString("edit")).contains(told);
        assertThat(deals()).isOne();
    }

    private Call call(String deed) {
        String opportunity = ROOT + "opportunities/" + reference(became, "opportunity");
        String account = ROOT + "accounts/" + reference(became, "account");
        String contact = ROOT + "contacts/" + reference(became, "contact");
        return switch (deed) {
            case "edit" ->
                Call.of("PATCH", opportunity).with(object("nextStep", "Call")).header("If-Match", "*");
            case "call" ->
                Call.post(
                        account + "/activities",
                        object("subject", "Rang twice", "kind", kind("CALL"), "status", "HELD"));
            case "comment" -> Call.post(contact + "/comments", object("text", "Well done"));
            case "file" ->
                Call.of("POST", contact + "/files").query("name", "Plan.txt").with("application/octet-stream", "x");
            case "quote" -> Call.post(opportunity + "/quote", JsonValue.EMPTY_JSON_OBJECT);
            default ->
                Call.post(ROOT + "contacts", object("lastName", "Charles", "account", reference(became, "account")));
        };
    }

    private String kind(String form) {
        return items(desk.anna
                        .done(Call.get(ROOT + "activity-kinds").query("filter", "form==" + form))
                        .json())
                .get(0)
                .getString("id");
    }

    /** What the qualification itself did to what it made, such as noting a consent, is nobody's work. */
    @Test
    void isTakenBackUntouched() {
        String consenting = desk.made(
                "leads",
                object(
                        "lastName",
                        desk.word,
                        "phones",
                        Json.createArrayBuilder()
                                .add(object("value", "+44 7400 123456"))
                                .build(),
                        "consentedAt",
                        "2026-05-04T10:00:00Z"));
        desk.rita.done(Call.post(
                ROOT + "leads/" + consenting + "/qualify",
                object("account", reference(became, "account"), "newContact", true, "opportunity", desk.word)));

        assertThat(takenBack(consenting).status()).isEqualTo(200);
        assertThat(deals()).isOne();
    }

    @Test
    void isNotTakenBackAfterADay() {
        Console.of("acme")
                .execute(
                        "update sales.lead set qualified_at = qualified_at - interval '24 hours 1 minute'"
                                + " where id = ?::uuid",
                        lead);

        assertThat(takenBack(lead).status()).isEqualTo(409);
        assertThat(deals()).isOne();
    }
}
