package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Console;

@DisplayName("The pipeline of the past")
class MovementIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private static final String SOON = TODAY.plusDays(20).toString();
    private static final String LATE = TODAY.plusDays(400).toString();

    private final Desk desk = new Desk();
    private String account;

    @BeforeEach
    void sell() {
        account = desk.account("Moving");
        desk.done(desk.anna.send(Call.put(ROOT + "currencies/RON", object("active", true, "preferred", false))));
        rate(TODAY.minusDays(60), "0.25");
        rate(TODAY.minusDays(2), "0.30");
    }

    @Test
    @DisplayName(
            "explains to the cent how it became that of today, with what the rates did apart (S-PIPE-10, S-CUR-10)")
    void explains() {
        String grown = past("1000.00", "EUR");
        String won = past("1000.00", "EUR");
        String lost = past("300.00", "EUR");
        past("1000.00", "RON");
        String pushed = past("400.00", "EUR");
        String shrunk = past("100.00", "EUR");
        String pulled = past("70.00", "EUR", LATE);
        String dropped = past("30.00", "EUR");
        deal("200.00", "EUR", SOON);
        change(grown, object("amount", money("1500.00", "EUR")));
        desk.done(desk.perform(won, "win", object("actualClose", TODAY.toString())));
        desk.done(desk.perform(
                lost,
                "lose",
                object("actualClose", TODAY.toString(), "lossReason", someId("loss-reasons"), "lossNote", "So")));
        change(pushed, object("expectedClose", LATE));
        change(shrunk, object("amount", money("60.00", "EUR")));
        change(pulled, object("expectedClose", SOON));
        drop(dropped);

        JsonObject told =
                movement("first", TODAY.toString(), "last", TODAY.plusDays(90).toString());

        assertThat(sum(told.getJsonObject("start"))).isEqualTo("3080.00");
        assertThat(lines(told))
                .isEqualTo(Map.of(
                        "new", "200.00",
                        "pulled-in", "70.00",
                        "gone", "-30.00",
                        "won", "-1000.00",
                        "lost", "-300.00",
                        "grown", "500.00",
                        "shrunk", "-40.00",
                        "pushed-out", "-400.00",
                        "rate", "50.00"));
        assertThat(sum(told.getJsonObject("end"))).isEqualTo("2130.00");
    }

    @Test
    @DisplayName("is told as it was on a day, by what each deal was then (S-PIPE-07)")
    void asOf() {
        String moved = past("1000.00", "RON");
        String binned = past("10.00", "EUR");
        change(moved, object("amount", money("7.00", "EUR")));
        drop(binned);
        deal("200.00", "EUR", SOON);

        assertThat(value(TODAY.minusDays(10).toString())).isEqualTo("260.00");
        assertThat(value(TODAY.minusDays(50).toString())).isEqualTo("0.00");
        assertThat(value(TODAY.toString())).isEqualTo("207.00");
    }

    @Test
    @DisplayName("lies behind us: a day ahead, or none, is refused")
    void refusals() {
        assertThat(report(
                                "movement",
                                "from",
                                TODAY.toString(),
                                "to",
                                TODAY.plusDays(1).toString())
                        .status())
                .isEqualTo(400);
        assertThat(report(
                                "movement",
                                "from",
                                TODAY.toString(),
                                "to",
                                TODAY.minusDays(1).toString())
                        .status())
                .isEqualTo(400);
        assertThat(report("movement").status()).isEqualTo(400);
        assertThat(desk.rita
                        .send(Call.get(ROOT + "opportunities/reports/win-loss/movement")
                                .query("from", TODAY.toString())
                                .query("to", TODAY.toString()))
                        .status())
                .isEqualTo(404);
    }

    private void rate(LocalDate from, String rate) {
        String filter = "currency==RON;validFrom==" + from;
        if (items(desk.anna
                        .done(Call.get(ROOT + "exchange-rates").query("filter", filter))
                        .json())
                .isEmpty()) {
            desk.done(desk.anna.send(Call.post(
                    ROOT + "exchange-rates", object("currency", "RON", "validFrom", from.toString(), "rate", rate))));
        }
    }

    private String deal(String amount, String currency, String expectedClose) {
        return desk.made(
                "opportunities",
                object(
                        "name",
                        desk.word,
                        "account",
                        account,
                        "amount",
                        money(amount, currency),
                        "expectedClose",
                        expectedClose));
    }

    /** A deal that was made forty days ago. */
    private String past(String amount, String currency) {
        return past(amount, currency, SOON);
    }

    private String past(String amount, String currency, String expectedClose) {
        String deal = deal(amount, currency, expectedClose);
        Console console = Console.of("acme");
        console.execute("update core.history set at = at - interval '40 days' where record_id = ?::uuid", deal);
        console.execute(
                "update sales.opportunity set created_at = created_at - interval '40 days' where id = ?::uuid", deal);
        return deal;
    }

    private void drop(String deal) {
        desk.done(
                desk.anna.send(Call.of("DELETE", ROOT + "opportunities/" + deal).header("If-Match", "*")));
    }

    private void change(String deal, JsonObject members) {
        desk.done(desk.rita.send(
                Call.of("PATCH", ROOT + "opportunities/" + deal).with(members).header("If-Match", "*")));
    }

    private String someId(String path) {
        return items(desk.anna.done(Call.get(ROOT + path)).json()).get(0).getString("id");
    }

    private JsonObject movement(String... more) {
        List<String> span = List.of("from", TODAY.minusDays(10).toString(), "to", TODAY.toString());
        Answer answer = report(
                "movement",
                java.util.stream.Stream.concat(span.stream(), List.of(more).stream())
                        .toArray(String[]::new));
        desk.done(answer);
        return answer.json();
    }

    private Answer report(String below, String... parameters) {
        Call call = Call.get(ROOT + "opportunities/reports/pipeline/" + below).query("filter", "account==" + account);
        for (int i = 0; i < parameters.length; i += 2) {
            call = call.query(parameters[i], parameters[i + 1]);
        }
        return desk.rita.send(call);
    }

    private String value(String at) {
        Call call = Call.get(ROOT + "opportunities/reports/pipeline")
                .query("filter", "account==" + account)
                .query("at", at);
        JsonObject values = desk.rita.done(call).json().getJsonObject("total").getJsonObject("values");
        return sum(values.getJsonObject("value"));
    }

    private static String sum(JsonObject of) {
        return of.getJsonObject("sum").getString("amount");
    }

    private static Map<String, String> lines(JsonObject movement) {
        Map<String, String> lines = new TreeMap<>();
        movement.getJsonArray("lines")
                .getValuesAs(JsonObject.class)
                .forEach(line -> lines.put(line.getString("key"), sum(line)));
        return lines;
    }
}
