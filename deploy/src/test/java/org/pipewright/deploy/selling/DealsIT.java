package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** Deals over time: their figures when defaults change, what they were, what they are called (area OPP). */
class DealsIT {

    private final Desk desk = new Desk();

    @Test
    void leavesDealsAsTheyAreWhenAStageIsGivenAnotherProbability() {
        String stage = stage();
        String kind = kindWith(stage);
        String deal = desk.deal(kind, desk.account("Customer"));
        String typed = desk.deal(kind, desk.account("Other"), "probability", 33);

        desk.anna.done(Call.of("PATCH", ROOT + "opportunity-stages/" + stage)
                .with(object("probability", 60))
                .header("If-Match", "*"));
        desk.rita.done(change(deal, object("nextStep", "Call")));
        assertThat(desk.read(deal).getInt("probability")).isEqualTo(50);

        String apply = ROOT + "opportunity-stages/" + stage + "/apply-probability";
        assertThat(desk.anna.read(apply).getInt("deals")).isOne();
        assertThat(desk.anna.send(Call.post(apply, object("deals", 2))).problem())
                .isEqualTo("other-deals");
        desk.anna.done(Call.post(apply, object("deals", 1)));
        assertThat(desk.read(deal).getInt("probability")).isEqualTo(60);
        assertThat(desk.read(deal).getBoolean("probabilityTyped")).isFalse();
        assertThat(desk.read(typed).getInt("probability")).isEqualTo(33);
    }

    private String stage() {
        JsonObject stage = object(
                "name",
                desk.word,
                "status",
                desk.id("opportunity-statuses", "Open"),
                "probability",
                50,
                "forecastCategory",
                "PIPELINE");
        return desk.anna
                .done(Call.post(ROOT + "opportunity-stages", stage))
                .json()
                .getString("id");
    }

    private String kindWith(String stage) {
        JsonObject kind = object("name", desk.word, "type", "CUSTOM");
        String id = desk.anna
                .done(Call.post(ROOT + "opportunity-kinds", kind))
                .json()
                .getString("id");
        desk.anna.done(Call.post(ROOT + "opportunity-kind-stages", object("kind", id, "stage", stage, "start", true)));
        desk.anna.done(Call.of("PATCH", ROOT + "opportunity-kinds/" + id)
                .with(object("allowed", true))
                .header("If-Match", "*"));
        return desk.word;
    }

    @Test
    void tellsWhatADealWasAtAnyMoment() {
        String first = desk.account("First");
        String deal = desk.deal("Custom sale", first, "amount", money("100.00"));
        Instant then = Instant.parse(desk.read(deal).getString("createdAt")).plusMillis(1);
        Instant before = then.minusSeconds(1);
        desk.rita.done(
                change(deal, object("amount", money("250.00"), "account", desk.account("Second"), "nextStep", "Call")));

        JsonObject was = state(deal, then.toString()).json();
        JsonObject values = was.getJsonObject("values");
        assertThat(values.getString("amount")).isEqualTo("100.00 EUR");
        assertThat(Desk.reference(values, "account")).isEqualTo(first);
        assertThat(values.get("nextStep")).isEqualTo(JsonValue.NULL);
        assertThat(state(deal, before.toString()).json().getBoolean("existed")).isFalse();
        assertThat(state(deal, "yesterday").fields()).containsExactly("at");
    }

    private Answer state(String deal, String at) {
        return desk.rita.send(
                Call.get(ROOT + "opportunities/" + deal + "/state").query("at", at));
    }

    @ParameterizedTest(name = "in {0} days, {1}: {2}")
    @CsvSource({"-1, in progress, OVERDUE", "0,  in progress, TODAY", "1,  in progress,", ",   in progress,", "-1, won,"
    })
    void flagsANextStepThatIsDue(Integer days, String state, String due) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        String deal = desk.deal("Custom sale", desk.account("Customer"));
        if (days != null) {
            desk.rita.done(change(
                    deal,
                    object(
                            "nextStep",
                            "Call",
                            "nextStepOn",
                            today.plusDays(days).toString())));
        }
        if (state.equals("won")) {
            desk.done(desk.perform(deal, "win", Desk.victory()));
        }

        JsonObject listed = Desk.items(desk.rita
                        .done(Call.get(ROOT + "opportunities").query("filter", "id==" + deal))
                        .json())
                .get(0);
        Function<String, JsonObject> asked = filter -> desk.rita
                .done(Call.get(ROOT + "opportunities").query("filter", filter + ";id==" + deal))
                .json();
        int overdue = "OVERDUE".equals(due) ? 1 : 0;

        assertThat(listed.getString("nextStepDue", null)).isEqualTo(due);
        assertThat(desk.read(deal).getString("nextStepDue", null)).isEqualTo(due);
        assertThat(Desk.items(asked.apply("nextStepDue==OVERDUE"))).hasSize(overdue);
        assertThat(Desk.items(asked.apply(stepOverdue().getString("filter")))).hasSize(overdue);
    }

    @Test
    void putsDealsWhoseNextStepIsOverdueOnTheStartPage() {
        assertThat(stepOverdue().getBoolean("onStart")).isTrue();
        assertThat(opportunities().getJsonArray("columns").toString()).contains("nextStepDue");
    }

    private JsonObject stepOverdue() {
        return opportunities().getJsonArray("views").getValuesAs(JsonObject.class).stream()
                .filter(view -> view.getString("key").equals("step-overdue"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject opportunities() {
        return desk.rita.read(ROOT + "manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals("sales.opportunity"))
                .findFirst()
                .orElseThrow();
    }

    /** S-OPP-07: menu, forms, refusals, mails and documents say the tenant's word; the address stays. */
    @Test
    void takesTheTenantsWordForIt() throws IOException {
        String deal = desk.deal("Custom sale", desk.account("Named"));
        String template = desk.anna
                .done(Call.post(
                        ROOT + "text-templates",
                        object("name", desk.word, "subject", "Your {{record.label}}", "text", "About it")))
                .json()
                .getString("id");
        try {
            call("one", "", "De{a}l");
            call("many", "", "Deals");
            call("one", "-de", "Gesch\u00e4ft");

            assertThat(ownTexts("en"))
                    .containsEntry("sales.opportunity.many", "Deals")
                    .containsEntry("sales.quote.opportunity", "De'{'a'}'l")
                    .containsEntry("sales.close-when-won", "Close deals when won");
            assertThat(ownTexts("de"))
                    .containsEntry("sales.opportunity.one", "Gesch\u00e4ft")
                    .containsEntry("sales.quote.opportunity", "Gesch\u00e4ft")
                    .containsEntry("sales.opportunity.many", "Deals");
            assertThat(desk.save(deal, "parties").json().getString("title")).contains("each de{a}l");
            assertThat(mail(deal, template).getString("subject")).isEqualTo("Your De{a}l");
            assertThat(document("en")).contains("De{a}l");
            assertThat(document("de")).contains("Gesch\u00e4ft");
            assertThat(desk.read(deal).getString("id")).isEqualTo(deal);
        } finally {
            call("one", "", "");
            call("many", "", "");
            call("one", "-de", "");
        }
        assertThat(ownTexts("en")).doesNotContainKey("sales.opportunity.one");
        assertThat(document("en")).contains("Opportunity");
    }

    private void call(String form, String language, String word) {
        desk.anna.done(Call.put(ROOT + "settings/sales.opportunity-name-" + form + language, object("value", word)));
    }

    private Map<String, String> ownTexts(String language) {
        JsonObject texts = desk.rita
                .done(Call.get(ROOT + "manifest").header("Accept-Language", language))
                .json()
                .getJsonObject("texts");
        return texts.keySet().stream().collect(Collectors.toMap(key -> key, texts::getString));
    }

    private JsonObject mail(String deal, String template) {
        return desk.anna
                .done(Call.get(ROOT + "opportunities/" + deal + "/mails").query("template", template))
                .json();
    }

    /** What an example of a quote says with a template that names it. */
    private String document(String language) throws IOException {
        JsonObject trial = object("template", "<p>{{#text}}sales.opportunity.one{{/text}}</p>", "language", language);
        byte[] pdf = desk.anna.download(Call.post(ROOT + "paper-templates/sales.quote/preview", trial));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void keepsWhatWasReportedOfALockedPeriod() {
        String deal = desk.deal("Custom sale", desk.account("Customer"));
        JsonObject victory = object("actualClose", "2001-05-05", "closeRevenue", money("500.00"));
        desk.done(desk.perform(deal, "win", victory));
        String late = desk.deal("Custom sale", desk.account("Other"));
        String lock = desk.anna
                .done(Call.post(ROOT + "period-locks", object("through", "2001-12-31")))
                .json()
                .getString("id");
        try {
            assertThat(desk.anna
                            .send(Call.post(
                                    ROOT + "opportunities/" + deal + "/correct", object("reason", "Wrong button")))
                            .problem())
                    .isEqualTo("period-locked");
            assertThat(desk.perform(late, "win", victory).problem()).isEqualTo("period-locked");
            assertThat(desk.anna
                            .send(Call.of("DELETE", ROOT + "opportunities/" + deal))
                            .problem())
                    .isEqualTo("period-locked");
            assertThat(desk.anna
                            .send(change(deal, object("closeRevenue", money("600.00"))))
                            .status())
                    .isEqualTo(409);
            desk.rita.done(change(deal, object("comment", "Paid")));
        } finally {
            desk.anna.done(Call.of("DELETE", ROOT + "period-locks/" + lock));
        }
    }

    /** Whatever else writes is refused, to the deal or to what belongs to it (state machine of opportunities). */
    @Test
    void takesNothingButNotesAndFilesOnceItIsClosed() {
        String account = desk.account("Customer");
        String deal = desk.deal("Custom sale", account);
        desk.done(desk.perform(deal, "win", Desk.victory()));
        desk.done(desk.perform(deal, "close", object()));
        String path = ROOT + "opportunities/" + deal;
        JsonObject before = desk.read(deal);

        assertThat(List.of(
                        change(deal, object("name", "Another name")),
                        change(deal, object("amount", money("1.00"))),
                        Call.post(path + "/move", object("stage", Desk.reference(before, "stage"))),
                        Call.post(path + "/lose", object("actualClose", "2001-05-05")),
                        Call.post(ROOT + "parties", object("opportunity", deal, "account", account)),
                        Call.post(ROOT + "quotes", object("name", desk.word, "opportunity", deal))))
                .allSatisfy(call -> assertThat(desk.rita.send(call).problem())
                        .as(call.toString())
                        .isIn("opportunity-closed", "opportunity-decided", "not-offered"));
        assertThat(desk.anna.send(Call.of("DELETE", path)).problem()).isEqualTo("opportunity-closed");
        desk.rita.done(Call.post(path + "/comments", object("text", "Well done")));
        desk.rita.done(
                Call.of("POST", path + "/files").query("name", "Thanks.txt").with("application/octet-stream", "x"));

        assertThat(desk.read(deal)).isEqualTo(before);
    }

    private static Call change(String deal, JsonObject change) {
        return Call.of("PATCH", ROOT + "opportunities/" + deal).with(change).header("If-Match", "*");
    }
}
