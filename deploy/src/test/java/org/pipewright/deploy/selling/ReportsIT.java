package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("A report")
class ReportsIT {

    private static final String ROOT = "/api/tenants/acme/";

    private final RunningProduct product = RunningProduct.get();
    private final Client rita = product.as(DemoMember.RITA_REP);
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final String word = "R" + UUID.randomUUID().toString().substring(0, 8);
    private final String industry = "Industry " + word;

    @Test
    @DisplayName("weighs open deals by their probability and names those it cannot reckon (S-PIPE-04, S-PIPE-06)")
    void pipeline() {
        deal(deal -> deal.add("amount", money("1000")).add("probability", 10));
        deal(deal -> deal.add("amount", money("2000")).add("probability", 50));
        deal(deal -> deal.add("probability", 50));
        win(deal(deal -> deal.add("amount", money("9000"))));

        JsonObject told = values(line(report("opportunities", "pipeline", "account.industry"), industry));

        assertThat(number(told, "deals")).isEqualTo("3");
        assertThat(sum(told, "value")).isEqualTo("3000.00");
        assertThat(sum(told, "weighted")).isEqualTo("1100.00");
        assertThat(number(told, "incomplete")).isEqualTo("1");
    }

    @Test
    @DisplayName("adds up: its parts make the total that it shows (S-PIPE-05, S-PIPE-09)")
    void addsUp() {
        for (int i = 0; i < 3; i++) {
            deal(deal -> deal.add("amount", money("0.67")).add("probability", 50));
        }
        Call call = Call.get(ROOT + "opportunities/reports/pipeline")
                .query("by", "account")
                .query("filter", "account.industry=='" + industry + "'");

        JsonObject report = rita.done(call).json();

        assertThat(sum(values(report.getJsonObject("total")), "weighted")).isEqualTo("1.01");
        assertThat(lines(report))
                .extracting(line -> sum(values(line), "weighted"))
                .containsExactlyInAnyOrder("0.34", "0.34", "0.33");
    }

    @Test
    @DisplayName("tells the rate of what was won by count and by value (S-CLOSE-17)")
    void winLoss() {
        win(deal(deal -> deal.add("amount", money("300"))));
        lose(deal(deal -> deal.add("amount", money("700"))));
        lose(deal(deal -> deal.add("amount", money("1000"))));

        JsonObject told = values(line(report("opportunities", "win-loss", "account.industry"), industry));

        assertThat(number(told, "closed")).isEqualTo("3");
        assertThat(number(told, "rate")).isEqualTo("33.33");
        assertThat(number(told, "value-rate")).isEqualTo("15.00");
        assertThat(sum(told, "revenue")).isEqualTo("300.00");
    }

    @Test
    @DisplayName("goes by months and sizes where it is told by a date or an amount")
    void monthsAndSizes() {
        win(deal(deal -> deal.add("amount", money("300"))));
        win(deal(deal -> deal.add("amount", money("45000"))));
        String filter = "account.industry=='" + industry + "'";

        List<JsonObject> months = lines(rita.done(Call.get(ROOT + "opportunities/reports/win-loss")
                        .query("by", "actualClose")
                        .query("filter", filter))
                .json());
        List<JsonObject> sizes = lines(rita.done(Call.get(ROOT + "opportunities/reports/win-loss")
                        .query("by", "amount")
                        .query("filter", filter))
                .json());

        assertThat(months).extracting(line -> line.getString("key")).containsExactly("2026-06");
        assertThat(sizes).extracting(line -> line.getString("key")).containsExactly("100", "10000");
    }

    @Test
    @DisplayName("knows only the days of its period")
    void period() {
        win(deal(deal -> deal.add("amount", money("300"))));

        assertThat(closedIn("2026-06-15", "2026-06-15")).isEqualTo("1");
        assertThat(closedIn("2026-06-16", "")).isEqualTo("0");
        assertThat(closedIn("", "2026-06-14")).isEqualTo("0");
    }

    private String closedIn(String from, String to) {
        Call call = Call.get(ROOT + "opportunities/reports/win-loss")
                .query("from", from)
                .query("to", to)
                .query("filter", "account.industry=='" + industry + "'");
        return number(values(rita.done(call).json().getJsonObject("total")), "closed");
    }

    @Test
    @DisplayName("tells how many leads were qualified, and says nothing where there are too few (S-CONV-12, S-PIPE-08)")
    void conversion() {
        String first = lead();
        lead();
        rita.done(Call.post(
                ROOT + "leads/" + first + "/qualify",
                Json.createObjectBuilder()
                        .add("newAccount", word)
                        .add("opportunity", word)
                        .build()));

        JsonObject told = values(line(report("leads", "conversion", "industry"), industry));
        List<JsonObject> stages =
                lines(rita.done(Call.get(ROOT + "stage-visits/reports/passage")).json());

        assertThat(number(told, "leads")).isEqualTo("2");
        assertThat(number(told, "rate")).isEqualTo("50.00");
        assertThat(told).containsKey("time");
        assertThat(stages)
                .allSatisfy(stage -> assertThat(values(stage).containsKey("likelihood"))
                        .isEqualTo(Long.parseLong(number(values(stage), "reached")) >= 20));
    }

    @Test
    @DisplayName("learns how likely deals are from those closed in the last 24 months (S-PIPE-08)")
    void likelihoodOfLately() {
        String lately = deal(deal -> deal.add("amount", money("100")));
        String longAgo = deal(deal -> deal.add("amount", money("100")));

        win(lately, LocalDate.now().minusMonths(23));
        win(longAgo, LocalDate.now().minusMonths(25));

        assertThat(reached(lately)).isEqualTo("1");
        assertThat(reached(longAgo)).isEqualTo("0");
    }

    private String reached(String deal) {
        Call call = Call.get(ROOT + "stage-visits/reports/passage").query("filter", "opportunity==" + deal);
        return number(values(rita.done(call).json().getJsonObject("total")), "reached");
    }

    @ParameterizedTest
    @CsvSource({
        "by, need, by",
        "by, nothing, by",
        "from, yesterday, from",
        "to, 2026-13-01, to",
        "filter, nothing==1, nothing",
    })
    @DisplayName("refuses what it does not know, by name")
    void refuses(String parameter, String value, String named) {
        Answer refused =
                rita.send(Call.get(ROOT + "opportunities/reports/win-loss").query(parameter, value));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly(named);
    }

    @Test
    @DisplayName("that does not exist is not found")
    void unknown() {
        assertThat(rita.send(Call.get(ROOT + "opportunities/reports/weather")).status())
                .isEqualTo(404);
        assertThat(rita.send(Call.get(ROOT + "accounts/reports/pipeline")).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("counts what the person may see and nothing else")
    void rights() {
        deal(deal -> deal.add("amount", money("100")));
        Client rob = product.as(DemoMember.ROB_REP);

        assertThat(lines(report(anna, "opportunities", "pipeline", "account.industry")))
                .anyMatch(line -> industry.equals(line.getString("key", "")));
        assertThat(lines(report(rob, "opportunities", "pipeline", "account.industry")))
                .noneMatch(line -> industry.equals(line.getString("key", "")));
    }

    private JsonObject report(String path, String key, String by) {
        return report(rita, path, key, by);
    }

    private static JsonObject report(Client client, String path, String key, String by) {
        return client.done(Call.get(ROOT + path + "/reports/" + key).query("by", by))
                .json();
    }

    private static List<JsonObject> lines(JsonObject report) {
        return report.getJsonArray("lines").getValuesAs(JsonObject.class);
    }

    private static JsonObject line(JsonObject report, String key) {
        return lines(report).stream()
                .filter(line -> key.equals(line.getString("key", "")))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject values(JsonObject line) {
        return line.getJsonObject("values");
    }

    private static String number(JsonObject values, String figure) {
        return values.getJsonObject(figure).getString("number");
    }

    private static String sum(JsonObject values, String figure) {
        return values.getJsonObject(figure).getJsonObject("sum").getString("amount");
    }

    private String deal(java.util.function.UnaryOperator<JsonObjectBuilder> filling) {
        String name = word + UUID.randomUUID();
        JsonObjectBuilder account = Json.createObjectBuilder().add("name", name).add("industry", industry);
        String id = created("accounts", account);
        return created(
                "opportunities",
                filling.apply(Json.createObjectBuilder().add("name", name).add("account", id)));
    }

    private String lead() {
        return created(
                "leads",
                Json.createObjectBuilder()
                        .add("company", word + UUID.randomUUID())
                        .add("industry", industry));
    }

    private String created(String path, JsonObjectBuilder members) {
        return rita.done(Call.post(ROOT + path, members.build())).json().getString("id");
    }

    private static JsonObject money(String amount) {
        return Json.createObjectBuilder()
                .add("amount", amount)
                .add("currency", "EUR")
                .build();
    }

    private void win(String deal) {
        win(deal, LocalDate.of(2026, 6, 15));
    }

    private void win(String deal, LocalDate on) {
        rita.done(Call.post(
                ROOT + "opportunities/" + deal + "/win",
                Json.createObjectBuilder().add("actualClose", on.toString()).build()));
    }

    private void lose(String deal) {
        String reason = anna.done(Call.get(ROOT + "loss-reasons").query("filter", "needsNote==false;active==true"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        rita.done(Call.post(
                ROOT + "opportunities/" + deal + "/lose",
                Json.createObjectBuilder()
                        .add("lossReason", reason)
                        .add("actualClose", "2026-06-15")
                        .build()));
    }
}
