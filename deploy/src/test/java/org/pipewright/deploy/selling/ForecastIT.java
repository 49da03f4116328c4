package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("The forecast")
class ForecastIT {

    private final Desk desk = new Desk();
    private String kind;
    private String account;

    @BeforeEach
    void begin() {
        kind = desk.kind(false);
        account = desk.account("Forecast");
    }

    @Test
    @DisplayName("tells by month what deals bring, what is sure, and what has no day (S-FC-01, S-FC-02, S-FC-03)")
    void tellsByMonth() {
        deal("100.00", 50, "2031-03-10");
        change(deal("200.00", 10, "2031-03-20"), object("forecastAs", "COMMIT"));
        change(deal("400.00", 10, "2031-04-20"), object("forecastAs", "OMITTED"));
        deal("800.00", 25, null);
        won("300.00", "2031-03-31");

        JsonObject march = line("2031-03");
        JsonObject undated = line(null);

        assertThat(number(march, "deals")).isEqualTo("3");
        assertThat(sum(march, "total")).isEqualByComparingTo("600");
        assertThat(sum(march, "won")).isEqualByComparingTo("300");
        assertThat(sum(march, "remaining")).isEqualByComparingTo("300");
        assertThat(sum(march, "commit")).isEqualByComparingTo("500");
        assertThat(sum(march, "best-case")).isEqualByComparingTo("500");
        assertThat(sum(undated, "total")).isEqualByComparingTo("800");
        assertThat(sum(undated, "weighted")).isEqualByComparingTo("200");
        assertThat(report().getJsonArray("lines")).hasSize(2);
    }

    @Test
    @DisplayName("has targets, which know how far they are attained and covered (S-FC-07, S-PIPE-11)")
    void hasTargets() {
        String target = target("500.00");
        won("250.00", "2026-06-15");
        assertThat(decimal(target, "attained")).isEqualByComparingTo("50");
        deal("1000.00", 30, "2026-06-30");
        String late = deal("1000.00", 30, "2026-07-01");
        won("100.00", "2026-06-01");

        assertThat(decimal(target, "attained")).isEqualByComparingTo("70");
        assertThat(decimal(target, "coverage")).isEqualByComparingTo("2");
        change(late, object("expectedClose", "2026-06-01"));
        assertThat(decimal(target, "coverage")).isEqualByComparingTo("4");
        desk.anna.done(Call.of("DELETE", ROOT + "opportunities/" + late));
        assertThat(decimal(target, "coverage")).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("refuses a target that ends before it begins")
    void refusesTargetsThatEndTooSoon() {
        Answer refused = desk.anna.send(Call.post(
                ROOT + "targets",
                object("name", "T", "firstDay", "2026-06-30", "lastDay", "2026-06-29", "goal", money("1.00"))));

        assertThat(refused.fields()).containsExactly("lastDay");
    }

    /** Of the deals of the kind of this test. */
    private String target(String goal) {
        JsonObject body = object(
                "name",
                desk.word,
                "kind",
                desk.id("opportunity-kinds", kind),
                "firstDay",
                "2026-05-01",
                "lastDay",
                "2026-06-30",
                "goal",
                money(goal));
        return desk.anna.done(Call.post(ROOT + "targets", body)).json().getString("id");
    }

    private BigDecimal decimal(String target, String field) {
        return desk.rita.read(ROOT + "targets/" + target).getJsonNumber(field).bigDecimalValue();
    }

    private String deal(String amount, int probability, String expected) {
        String deal = desk.deal(kind, account, "amount", money(amount), "probability", probability);
        if (expected != null) {
            change(deal, object("expectedClose", expected));
        }
        return deal;
    }

    private void won(String revenue, String day) {
        String deal = deal(revenue, 50, day);
        desk.done(desk.perform(deal, "win", object("actualClose", "2026-06-15", "closeRevenue", money(revenue))));
    }

    private void change(String deal, JsonObject changes) {
        desk.rita.done(
                Call.of("PATCH", ROOT + "opportunities/" + deal).with(changes).header("If-Match", "*"));
    }

    private JsonObject report() {
        return desk.rita
                .done(Call.get(ROOT + "opportunities/reports/forecast").query("filter", "account==" + account))
                .json();
    }

    private JsonObject line(String month) {
        return report().getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .filter(line -> month == null ? !line.containsKey("key") : month.equals(line.getString("key", null)))
                .findFirst()
                .orElseThrow()
                .getJsonObject("values");
    }

    private static String number(JsonObject line, String figure) {
        return line.getJsonObject(figure).getString("number");
    }

    private static BigDecimal sum(JsonObject line, String figure) {
        return new BigDecimal(line.getJsonObject(figure).getJsonObject("sum").getString("amount"));
    }
}
