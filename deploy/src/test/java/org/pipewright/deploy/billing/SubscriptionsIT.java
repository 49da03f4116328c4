package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Console;

@DisplayName("A subscription")
class SubscriptionsIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    /** The last day of the January before the last one: what begins on it has no such day in each month. */
    private static final LocalDate START = LocalDate.of(TODAY.getYear() - 1, 1, 31);

    private final Ledger ledger = new Ledger();

    @Test
    @DisplayName("is invoiced once for each period that was missed, however often the run comes round (S-INV-10)")
    void isInvoicedOnce() {
        String missed = active(
                "'startsOn':'" + START + "','endsOn':'" + START.plusMonths(5).minusDays(1) + "'", "30");

        runUntil(() -> "ENDED".equals(status(missed)));
        assertThat(periods(missed))
                .containsExactly(
                        START + " 30.00",
                        START.plusMonths(1) + " 30.00",
                        START.plusMonths(2) + " 30.00",
                        START.plusMonths(3) + " 30.00",
                        START.plusMonths(4) + " 30.00");

        // As if what was made had been forgotten: the database knows better.
        Console.of("acme")
                .execute(
                        "update billing.subscription set status = 'ACTIVE', charged_from = ?::date, next_on = ?::date,"
                                + " ends_on = null where id = ?::uuid",
                        START.toString(),
                        START.toString(),
                        missed);
        String witness = active("'startsOn':'" + TODAY + "'", "1");
        runUntil(() -> periods(witness).size() == 1);
        assertThat(periods(missed)).hasSize(5);
        assertThat(periods(witness)).hasSize(1);
        Console.of("acme").execute("update billing.subscription set status = 'ENDED' where id = ?::uuid", missed);
    }

    @Test
    @DisplayName("makes drafts like any other, or issues them at once, and the invoice says what it covers (S-INV-10)")
    void makesDraftsOrIssues() {
        String draft = active("'startsOn':'" + TODAY + "','name':'Hosting NAME'", "100");
        String issued = active("'startsOn':'" + TODAY + "','issuedAtOnce':true", "100");

        runUntil(() -> invoices(issued).stream().anyMatch(invoice -> "ISSUED".equals(invoice.getString("status"))));
        JsonObject kept = invoices(draft).get(0);
        JsonObject sent = invoices(issued).get(0);

        assertThat(kept.getString("status")).isEqualTo("DRAFT");
        assertThat(kept.getString("subject")).startsWith("Hosting");
        assertThat(kept.getString("periodTo"))
                .isEqualTo(TODAY.plusMonths(1).minusDays(1).toString());
        assertThat(sent.getString("number")).startsWith("INV-");
        assertThat(List.of(amount(sent, "payable"), amount(sent, "open"))).containsExactly("119.00", "119.00");
        assertThat(read(issued).getString("nextOn"))
                .isEqualTo(TODAY.plusMonths(1).toString());
    }

    @Test
    @DisplayName("costs nothing on days of its trial, and a part of a period by its days (S-INV-10)")
    void costsByDays() {
        LocalDate first = TODAY.minusYears(1).withMonth(4).withDayOfMonth(1);
        String subscription = active(
                "'startsOn':'" + first + "','trialDays':20,'countedFrom':'" + first + "','endsOn':'"
                        + first.withDayOfMonth(25).plusMonths(1) + "'",
                "300");

        runUntil(() -> "ENDED".equals(status(subscription)));

        assertThat(periods(subscription))
                .containsExactly(first.plusDays(20) + " 100.00", first.plusMonths(1) + " 241.94");
    }

    @Test
    @DisplayName("is paused and resumed; what was used before is invoiced, and nothing in between (S-INV-10)")
    void isPaused() {
        LocalDate first = TODAY.minusDays(40);
        long days = ChronoUnit.DAYS.between(first, first.plusYears(1));
        String subscription =
                active("'startsOn':'" + first + "','unit':'YEAR','billed':'IN_ARREARS'", String.valueOf(days));

        assertThat(on(subscription, "pause", first.minusDays(1)).fields()).containsExactly("on");
        assertThat(on(subscription, "pause", first.plusDays(10))).matches(Answer::isSuccess);
        assertThat(on(subscription, "pause", first.plusDays(10)).status()).isEqualTo(409);
        assertThat(on(subscription, "resume", first).fields()).containsExactly("on");
        assertThat(on(subscription, "resume", first.plusDays(25))).matches(Answer::isSuccess);
        assertThat(periods(subscription)).containsExactly(first + " 10.00");
        assertThat(on(subscription, "end", first.plusDays(36))).matches(Answer::isSuccess);
        runUntil(() -> "ENDED".equals(status(subscription)));

        assertThat(periods(subscription)).containsExactly(first + " 10.00", first.plusDays(25) + " 12.00");
        assertThat(on(subscription, "resume", TODAY).status()).isEqualTo(409);
        assertThat(change(subscription, "{'name':'Another'}").problem()).isEqualTo("subscription-ended");
    }

    private Answer on(String subscription, String verb, LocalDate day) {
        return act(subscription, verb, "{'on':'" + day + "'}");
    }

    @Test
    @DisplayName("keeps its periods once it is active, and never ends before what is invoiced (S-INV-10)")
    void keepsItsPeriods() {
        String subscription = active("'startsOn':'" + TODAY + "'", "10");
        runUntil(() -> !periods(subscription).isEmpty());

        assertThat(change(subscription, "{'startsOn':'" + TODAY.plusDays(1) + "'}")
                        .problem())
                .isEqualTo("subscription-running");
        assertThat(change(subscription, "{'endsOn':'" + TODAY + "'}").fields()).containsExactly("endsOn");
        assertThat(act(subscription, "end", "{'on':'" + TODAY + "'}").fields()).containsExactly("on");
        assertThat(ledger.bill
                        .send(Call.of("DELETE", ROOT + "subscriptions/" + subscription)
                                .header("If-Match", "*"))
                        .problem())
                .isEqualTo("subscription-running");
        LocalDate last = TODAY.plusMonths(1).minusDays(1);
        assertThat(act(subscription, "end", "{'on':'" + last + "','reason':'Too dear'}"))
                .matches(Answer::isSuccess);
        assertThat(read(subscription).get("nextOn")).isEqualTo(JsonValue.NULL);
    }

    @Test
    @DisplayName("is told beforehand just as it is invoiced then, by tax rates of its days too (S-INV-11)")
    void isToldBeforehand() {
        String subscription = made(
                ledger.bill,
                "subscriptions",
                "{'account':'" + ledger.account
                        + "','name':'Told NAME','discountPercent':10,'discountAmount':3,'startsOn':'" + START
                        + "','countedFrom':'" + START.minusDays(12) + "','billed':'IN_ARREARS'}");
        lines(
                subscription,
                "{'description':'Seats','quantity':7,'unitPrice':19.99,'discount':5,'taxRate':19}",
                "{'description':'Book','quantity':1,'unitPrice':10000,'taxRate':7}");
        assertThat(act(subscription, "activate", "{}")).matches(Answer::isSuccess);

        String preview = made(
                ledger.bill, "invoice-previews", "{'subscription':'" + subscription + "','untilDay':'" + TODAY + "'}");
        assertThat(invoices(subscription)).isEmpty();
        List<String> told = ledger
                .bill
                .read(ROOT + "invoice-previews/" + preview + "/invoice-preview-lines")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(SubscriptionsIT::said)
                .toList();
        runUntil(() -> invoices(subscription).size() == told.size());

        assertThat(told).hasSizeGreaterThan(10);
        assertThat(invoices(subscription).stream().map(SubscriptionsIT::said)).containsExactlyElementsOf(told);
        assertThat(ledger.bill.read(ROOT + "invoice-previews/" + preview).getInt("invoices"))
                .isEqualTo(told.size());
        assertThat(ledger.bill
                        .send(Call.of("PATCH", ROOT + "invoice-previews/" + preview)
                                .with(json("{'untilDay':'2026-01-01'}"))
                                .header("If-Match", "*"))
                        .problem())
                .isEqualTo("previewed");
        act(subscription, "end", "{'on':'" + TODAY.plusYears(1) + "'}");
    }

    private static String said(JsonObject record) {
        return record.getString("periodFrom") + " " + record.getString("periodTo") + " " + amount(record, "net") + " "
                + amount(record, "tax") + " " + amount(record, "payable");
    }

    private String active(String more, String price) {
        String subscription = made(
                ledger.bill, "subscriptions", "{'account':'" + ledger.account + "','name':'Care NAME'," + more + "}");
        lines(subscription, "{'description':'Care','quantity':1,'unitPrice':" + price + "," + tax(more) + "}");
        assertThat(act(subscription, "activate", "{}")).matches(Answer::isSuccess);
        return subscription;
    }

    /** What is issued or read as a sum has tax; days are easier seen without. */
    private static String tax(String more) {
        return more.contains("issuedAtOnce") ? "'taxRate':19" : "'taxCategory':'Z','taxRate':0";
    }

    private void lines(String subscription, String... lines) {
        var items = Json.createArrayBuilder();
        List.of(lines).forEach(line -> items.add(json(line)));
        assertThat(ledger.bill.send(Call.put(
                                ROOT + "subscriptions/" + subscription + "/subscription-lines",
                                Json.createObjectBuilder().add("items", items).build())
                        .header("If-Match", "*")))
                .matches(Answer::isSuccess);
    }

    private Answer act(String subscription, String verb, String input) {
        return ledger.bill.send(Call.post(ROOT + "subscriptions/" + subscription + "/" + verb, json(input)));
    }

    private Answer change(String subscription, String body) {
        return ledger.bill.send(Call.of("PATCH", ROOT + "subscriptions/" + subscription)
                .with(json(body))
                .header("If-Match", "*"));
    }

    private JsonObject read(String subscription) {
        return ledger.bill.read(ROOT + "subscriptions/" + subscription);
    }

    private String status(String subscription) {
        return read(subscription).getString("status");
    }

    private List<JsonObject> invoices(String subscription) {
        return ledger.bill
                .done(Call.get(ROOT + "invoices")
                        .query("filter", "subscription==" + subscription)
                        .query("sort", "periodFrom")
                        .query("fields", "subject,status,number,periodFrom,periodTo,net,tax,payable,open")
                        .query("limit", "100"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private List<String> periods(String subscription) {
        return invoices(subscription).stream()
                .map(invoice -> invoice.getString("periodFrom") + " " + amount(invoice, "payable"))
                .toList();
    }

    /** Lets the run come round until that is so. */
    private static void runUntil(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (!condition.getAsBoolean()) {
            Chores.due("chores-of-modules");
            Instant pause = Instant.now().plus(Duration.ofSeconds(5));
            while (!condition.getAsBoolean() && Instant.now().isBefore(pause)) {
                assertThat(Instant.now()).as("the run has come round").isBefore(end);
            }
        }
    }
}
