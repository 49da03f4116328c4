package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;

@DisplayName("Money")
class MoneyIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    private final Desk desk = new Desk();
    private String account;

    @BeforeEach
    void begin() {
        account = desk.account("Abroad");
    }

    @Test
    @DisplayName(
            "of an open deal follows the rate; of a won one it stays as on the day it was won (S-CUR-03, S-CUR-04)")
    void followsTheRate() {
        offer("PLN", true);
        rate("PLN", TODAY.minusDays(40), "0.25");
        rate("PLN", TODAY.minusDays(5), "0.3");
        rate("PLN", TODAY, "0.22");
        deal("1000.00", "PLN");
        win(deal("1000.00", "PLN"), TODAY.minusDays(6), "2000.00", "PLN");
        win(deal("1000.00", "PLN"), TODAY.minusDays(5), "2000.00", "PLN");

        assertThat(open().getJsonObject("sum").getString("amount")).isEqualTo("220.00");
        assertThat(revenue()).isEqualTo("1100.00");

        rate("PLN", TODAY, "0.212345678");

        assertThat(open().getJsonObject("sum").getString("amount")).isEqualTo("212.35");
        assertThat(revenue()).isEqualTo("1100.00");
    }

    @Test
    @DisplayName("that is settled keeps its value when the record is edited after the rate of its day was corrected"
            + " (S-CUR-04)")
    void staysSettled() {
        offer("CZK", true);
        rate("CZK", TODAY.minusDays(40), "0.04");
        String deal = deal("1000.00", "CZK");
        win(deal, TODAY.minusDays(6), "1000.00", "CZK");
        rate("CZK", TODAY.minusDays(40), "0.05");

        desk.done(patch(desk.rita, "opportunities/" + deal, object("nextStep", "Say thanks")));

        assertThat(revenue()).isEqualTo("40.00");
    }

    @Test
    @DisplayName("without a rate is a gap that is counted, and is filled as soon as there is one (S-CUR-06)")
    void gap() {
        offer("HUF", true);
        items(desk.anna
                        .done(Call.get(ROOT + "exchange-rates").query("filter", "currency==HUF"))
                        .json())
                .forEach(rate -> desk.anna.done(Call.of("DELETE", ROOT + "exchange-rates/" + rate.getString("id"))
                        .header("If-Match", "*")));
        deal("100.00", "EUR");
        deal("5000.00", "HUF");
        desk.made("opportunities", object("name", desk.word + " empty", "account", account));
        win(deal("1.00", "EUR"), TODAY.minusDays(1), "4000.00", "HUF");

        assertThat(open().getJsonObject("sum")).isEqualTo(object("amount", "100.00", "currency", "EUR"));
        assertThat(open().getInt("withoutRate")).isEqualTo(1);
        assertThat(open().getInt("withoutAmount")).isEqualTo(1);
        assertThat(report("pipeline", "value").getInt("withoutRate")).isEqualTo(1);
        assertThat(report("win-loss", "revenue").getInt("withoutRate")).isEqualTo(1);

        rate("HUF", TODAY.minusDays(1), "0.0025");

        assertThat(open().getJsonObject("sum").getString("amount")).isEqualTo("112.50");
        assertThat(open().getInt("withoutRate")).isZero();
        assertThat(revenue()).isEqualTo("10.00");
    }

    @Test
    @DisplayName("in a currency that is no longer in use stays, and nothing new is in it (S-CUR-01)")
    void disabled() {
        offer("NOK", true);
        String deal = deal("100.00", "NOK");
        offer("NOK", false);

        Answer refused = desk.rita.send(Call.post(
                ROOT + "opportunities", object("name", desk.word, "account", account, "amount", money("5.00", "NOK"))));
        desk.done(patch(
                desk.rita, "opportunities/" + deal, object("amount", money("150.00", "NOK"), "nextStep", "Ring")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("currency-not-offered");
        assertThat(desk.read(deal).getJsonObject("amount")).isEqualTo(money("150.00", "NOK"));
    }

    @ParameterizedTest
    @DisplayName("in a currency that is no longer in use is refused by name wherever somebody chooses it (S-CUR-01)")
    @ValueSource(strings = {"quotes", "orders", "terms-of-sale", "price-lists", "quote-templates"})
    void isNotChosenAnew(String path) {
        offer("ISK", true);
        String kept = in("ISK", path);
        String other = in("EUR", path);
        offer("ISK", false);

        Answer created = desk.anna.send(Call.post(ROOT + path, inCurrency("ISK", path)));
        Answer changed = patch(desk.anna, path + "/" + other, object("currency", "ISK"));
        JsonObject inBulk = desk.anna
                .done(Call.post(
                        ROOT + path + "/bulk",
                        object(
                                "ids",
                                Json.createArrayBuilder().add(other).build(),
                                "change",
                                object("currency", "ISK"))))
                .json();
        desk.done(patch(desk.anna, path + "/" + kept, object("name", desk.word + " " + UUID.randomUUID())));

        assertThat(List.of(created, changed))
                .allMatch(refused -> refused.status() == 400)
                .allMatch(refused -> Set.of("currency").containsAll(refused.fields()))
                .allMatch(refused -> refused.body().contains("currency-not-offered"));
        assertThat(inBulk.getInt("done")).isZero();
        assertThat(desk.anna.read(ROOT + path + "/" + other).getString("currency"))
                .isEqualTo("EUR");
        assertThat(desk.anna.read(ROOT + path + "/" + kept).getString("currency"))
                .isEqualTo("ISK");
    }

    private String in(String currency, String path) {
        return desk.anna
                .done(Call.post(ROOT + path, inCurrency(currency, path)))
                .json()
                .getString("id");
    }

    private JsonObject inCurrency(String currency, String path) {
        JsonObject record = object("name", desk.word + " " + UUID.randomUUID(), "currency", currency);
        return List.of("price-lists", "quote-templates").contains(path)
                ? record
                : Desk.with(record, "account", account);
    }

    @Test
    @DisplayName("has the decimals of its currency (S-CUR-09)")
    void decimals() {
        Answer refused = desk.rita.send(Call.post(
                ROOT + "opportunities",
                object("name", desk.word, "account", account, "amount", money("1000.5", "JPY"))));
        String deal = desk.made(
                "opportunities",
                object(
                        "name",
                        desk.word,
                        "account",
                        account,
                        "recurringAmount",
                        money("1000", "JPY"),
                        "recurringPeriod",
                        "QUARTER"));

        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("too-precise");
        assertThat(desk.read(deal).getJsonObject("monthlyAmount")).isEqualTo(money("333", "JPY"));
    }

    @Test
    @DisplayName("is reckoned in a currency that cannot be taken away, and has one rate a day (S-CUR-01, S-CUR-03)")
    void refusals() {
        offer("SEK", true);
        rate("SEK", TODAY, "0.09");

        assertThat(currency("EUR", false, false).status()).isEqualTo(400);
        assertThat(currency("EURO", true, false).status()).isEqualTo(400);
        assertThat(newRate("EUR", TODAY, "1").status()).isEqualTo(400);
        assertThat(newRate("SEK", TODAY, "0.1").status()).isEqualTo(400);
        assertThat(newRate("SEK", TODAY.plusDays(1), "0").status()).isEqualTo(400);
        assertThat(newRate("SEK", TODAY.plusDays(1), "0.1234567891").status()).isEqualTo(400);
        assertThat(desk.rita
                        .send(Call.put(ROOT + "currencies/SEK", object("active", false, "preferred", false)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("of a deal and its lines is converted by the rate of the day, or only called otherwise (S-CUR-07)")
    void changesCurrency() {
        offer("DKK", true);
        rate("DKK", TODAY, "0.125");
        String deal = deal("100.00", "EUR");
        desk.done(desk.save(
                deal,
                "opportunity-lines",
                object("description", "Chair", "quantity", 3, "unitPrice", money("10.00", "EUR"))));

        desk.done(desk.perform(deal, "change-currency", object("currency", "DKK", "numbers", "CONVERT")));

        assertThat(desk.read(deal).getJsonObject("amount")).isEqualTo(money("800.00", "DKK"));
        assertThat(desk.read(deal).getJsonObject("linesTotal")).isEqualTo(money("240.00", "DKK"));

        desk.done(desk.perform(deal, "change-currency", object("currency", "JPY", "numbers", "KEEP")));

        assertThat(desk.read(deal).getJsonObject("amount")).isEqualTo(money("800", "JPY"));
        assertThat(desk.parts(deal, "opportunity-lines").get(0).getJsonObject("unitPrice"))
                .isEqualTo(money("80", "JPY"));
        assertThat(desk.perform(deal, "change-currency", object("currency", "EUR", "numbers", "CONVERT"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("of a deal that follows its lines follows them into the other currency (S-CUR-07)")
    void followsItsLines() {
        offer("DKK", true);
        rate("DKK", TODAY, "0.125");
        String deal = deal("1.00", "EUR");
        desk.done(desk.save(
                deal,
                "opportunity-lines",
                object("description", "Chair", "quantity", 3, "unitPrice", money("10.00", "EUR")),
                object("description", "Table", "quantity", 1, "unitPrice", money("70.00", "EUR"))));
        desk.done(patch(desk.rita, "opportunities/" + deal, object("amountMode", "LINES")));

        desk.done(desk.perform(deal, "change-currency", object("currency", "DKK", "numbers", "CONVERT")));

        assertThat(desk.read(deal).getJsonObject("amount")).isEqualTo(money("800.00", "DKK"));
    }

    /** Expected are the prices of two lines, what is taken off, and what remains: of 3 × 9.99 + 1000 × 0.0123 − 5.00. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @DisplayName("of documents is converted price by price, or only called otherwise (S-CUR-07)")
    @CsvSource({
        "quotes, KRW, CONVERT, 12488 15.375 6250 46589",
        "quotes, MXN, CONVERT, 199.8 0.246 100 745.40",
        "quotes, TND, CONVERT, 33.3 0.041 16.667 124.233",
        "quotes, KRW, KEEP,    9.99 0.0123 5 37",
        "orders, TND, CONVERT, 33.3 0.041 16.667 124.233",
        "orders, MXN, KEEP,    9.99 0.0123 5 37.27"
    })
    void changesCurrencyOfDocuments(String documents, String target, String numbers, String expected) {
        offer(target, true);
        rate("KRW", TODAY, "0.0008");
        rate("MXN", TODAY, "0.05");
        rate("TND", TODAY, "0.3");
        String document = document(documents);

        desk.done(into(documents, document, target, numbers));

        JsonObject changed = desk.rita.read(ROOT + documents + "/" + document);
        List<JsonObject> lines = items(desk.rita.read(ROOT + linesOf(documents, document)));
        assertThat(changed.getString("currency")).isEqualTo(target);
        assertThat(shown(lines.get(0), "unitPrice") + " " + shown(lines.get(1), "unitPrice") + " "
                        + shown(changed, "discountAmount") + " "
                        + changed.getJsonObject("net").getString("amount"))
                .isEqualTo(expected);
        assertThat(lines)
                .allMatch(line ->
                        line.getJsonObject("amount").getString("currency").equals(target));
        assertThat(changed.getJsonObject("net").getString("currency")).isEqualTo(target);
    }

    @Test
    @DisplayName("of documents is not converted without a rate, not called otherwise unasked, and stays while they are"
            + " reviewed (S-CUR-07)")
    void asksOfDocuments() {
        offer("UYU", true);
        String quote = document("quotes");
        JsonObject before = desk.rita.read(ROOT + "quotes/" + quote);

        Answer withoutRate = into("quotes", quote, "UYU", "CONVERT");
        Answer notOffered = into("quotes", quote, "XAF", "KEEP");
        Answer unasked = patch(desk.rita, "quotes/" + quote, object("currency", "UYU"));

        assertThat(withoutRate.problem()).isEqualTo("no-rate");
        assertThat(notOffered.fields()).containsExactly("currency");
        assertThat(unasked.fields()).containsExactly("currency");
        assertThat(unasked.json().getString("verb")).isEqualTo("change-currency");
        assertThat(desk.rita.read(ROOT + "quotes/" + quote)).isEqualTo(before);
        desk.rita.done(Call.post(ROOT + "quotes/" + quote + "/submit", object()));
        assertThat(into("quotes", quote, "UYU", "KEEP").status()).isEqualTo(409);
        assertThat(patch(desk.rita, "quotes/" + quote, object("currency", "UYU"))
                        .problem())
                .isEqualTo("quote-locked");
    }

    /** A draft in euros. */
    private String document(String documents) {
        String document = desk.made(
                documents,
                object("name", desk.word, "account", account, "currency", "EUR", "prices", "NET", "discountAmount", 5));
        desk.done(desk.rita.send(Call.put(
                        ROOT + linesOf(documents, document),
                        object(
                                "items",
                                Json.createArrayBuilder()
                                        .add(object("description", "Part", "quantity", 3, "unitPrice", "9.99"))
                                        .add(object("description", "Screw", "quantity", 1000, "unitPrice", "0.0123"))
                                        .build()))
                .header("If-Match", "*")));
        return document;
    }

    private static String linesOf(String documents, String document) {
        return documents + "/" + document + "/" + documents.substring(0, documents.length() - 1) + "-lines";
    }

    private Answer into(String documents, String document, String currency, String numbers) {
        return desk.rita.send(Call.post(
                ROOT + documents + "/" + document + "/change-currency",
                object("currency", currency, "numbers", numbers)));
    }

    private static String shown(JsonObject record, String field) {
        return record.getJsonNumber(field)
                .bigDecimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }

    @ParameterizedTest(name = "{0} after {2}: {3}")
    @DisplayName("of documents follows the rate until they are sent or confirmed, and keeps it from then on (S-CUR-05)")
    @CsvSource({
        "quotes, quote-lines, send,    200.00",
        "quotes, quote-lines,,         250.00",
        "orders, order-lines, confirm, 200.00",
        "orders, order-lines,,         250.00"
    })
    void staysInDocumentsThatAreOut(String documents, String lines, String verb, String worth) {
        offer("ZAR", true);
        rate("ZAR", TODAY, "0.2");
        String document = desk.made(documents, object("name", desk.word, "account", account, "currency", "ZAR"));
        desk.done(desk.rita.send(Call.put(
                        ROOT + documents + "/" + document + "/" + lines,
                        object(
                                "items",
                                Json.createArrayBuilder()
                                        .add(object("description", "Part", "quantity", 1, "unitPrice", 1000))
                                        .build()))
                .header("If-Match", "*")));
        if (verb != null) {
            JsonObject letter = verb.equals("send") ? object("to", desk.word + "@customer.example") : object();
            desk.rita.done(Call.post(ROOT + documents + "/" + document + "/" + verb, letter));
        }

        rate("ZAR", TODAY, "0.25");

        assertThat(worth(documents)).isEqualTo(worth);
        desk.done(patch(desk.rita, documents + "/" + document, object("note", "Says nothing of money")));
        assertThat(worth(documents)).isEqualTo(worth);
    }

    /** What the documents of the account come to before tax, in the tenant's currency. */
    private String worth(String documents) {
        Call call = Call.get(ROOT + documents + "/groups")
                .query("by", "status")
                .query("sum", "net")
                .query("filter", "account==" + account);
        return desk.rita
                .done(call)
                .json()
                .getJsonObject("total")
                .getJsonObject("sum")
                .getString("amount");
    }

    private void offer(String code, boolean active) {
        desk.done(currency(code, active, false));
    }

    private Answer currency(String code, boolean active, boolean preferred) {
        return desk.anna.send(Call.put(ROOT + "currencies/" + code, object("active", active, "preferred", preferred)));
    }

    /** Enters a rate, in place of one that an earlier run entered for the day. */
    private void rate(String currency, LocalDate from, String rate) {
        String filter = "currency==" + currency + ";validFrom==" + from;
        items(desk.anna
                        .done(Call.get(ROOT + "exchange-rates").query("filter", filter))
                        .json())
                .stream()
                .findFirst()
                .ifPresentOrElse(
                        known -> desk.done(
                                patch(desk.anna, "exchange-rates/" + known.getString("id"), object("rate", rate))),
                        () -> desk.done(newRate(currency, from, rate)));
    }

    private static Answer patch(Client who, String path, JsonObject members) {
        return who.send(Call.of("PATCH", ROOT + path).with(members).header("If-Match", "*"));
    }

    private Answer newRate(String currency, LocalDate from, String rate) {
        return desk.anna.send(Call.post(
                ROOT + "exchange-rates",
                object("currency", currency, "validFrom", from.toString(), "rate", rate, "source", "Test")));
    }

    private String deal(String amount, String currency) {
        return desk.made(
                "opportunities",
                object("name", desk.word + " deal", "account", account, "amount", money(amount, currency)));
    }

    private void win(String deal, LocalDate on, String revenue, String currency) {
        desk.done(desk.perform(
                deal, "win", object("actualClose", on.toString(), "closeRevenue", money(revenue, currency))));
    }

    /** What the open deals of the account come to. */
    private JsonObject open() {
        Call call = Call.get(ROOT + "opportunities/groups")
                .query("by", "outcome")
                .query("sum", "amount")
                .query("filter", "account==" + account + ";outcome==IN_PROGRESS");
        return desk.rita.done(call).json().getJsonObject("total");
    }

    private String revenue() {
        return report("win-loss", "revenue").getJsonObject("sum").getString("amount");
    }

    private JsonObject report(String report, String figure) {
        Call call = Call.get(ROOT + "opportunities/reports/" + report).query("filter", "account==" + account);
        return desk.rita
                .done(call)
                .json()
                .getJsonObject("total")
                .getJsonObject("values")
                .getJsonObject(figure);
    }
}
