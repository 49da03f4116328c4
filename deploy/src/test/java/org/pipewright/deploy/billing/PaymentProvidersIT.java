package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedCall;

@DisplayName("A payment provider")
class PaymentProvidersIT {

    private static final String SECRET = "whsec_d41d8cd98f00b204";

    private final Ledger ledger = new Ledger();
    private final Client outside = RunningProduct.get().asNobody();
    private final String provider = provider("{'name':'Pay NAME'}");

    private String provider(String body) {
        String id = made(ledger.anna, "payment-providers", body);
        ledger.anna.done(
                Call.post(ROOT + "payment-providers/" + id + "/set-secret", json("{'secret':'" + SECRET + "'}")));
        return id;
    }

    private String number(String invoice) {
        return ledger.read(invoice).getString("number");
    }

    private static String key() {
        return "pay_" + UUID.randomUUID();
    }

    private static String body(String key, String number, String amount, String currency) {
        return json("{'id':'" + key + "','invoice':'" + number + "','amount':{'amount':'" + amount + "','currency':'"
                        + currency + "'},'paidOn':'2026-01-31','payer':'Ada Byron'}")
                .toString();
    }

    private Call signed(String body) {
        return SignedCall.of(SignedCall.path("acme", provider), SECRET, body);
    }

    private Answer tell(String key, String number, String amount, String currency) {
        return outside.send(signed(body(key, number, amount, currency)));
    }

    /** What the provider told under that key. */
    private List<JsonObject> entries(String key) {
        return listed("bank-entries", "text==" + key);
    }

    private List<JsonObject> payments(String key) {
        return listed("payments", "reference==" + key);
    }

    private List<JsonObject> listed(String path, String filter) {
        return ledger.bill
                .done(Call.get(ROOT + path).query("filter", filter))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject payment(String key) {
        assertThat(payments(key)).hasSize(1);
        return ledger.bill.read(ROOT + "payments/" + payments(key).get(0).getString("id"));
    }

    @Test
    @DisplayName("that tells of a payment three times has it booked once (S-PAY-09)")
    void isHeardOnce() {
        String invoice = ledger.issued("119");
        String key = key();
        String told = body(key, number(invoice), "119.00", "EUR");

        List<Answer> answers = Stream.of(told, told, told)
                .map(body -> outside.send(signed(body)))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        assertThat(payment(key).getString("method")).isEqualTo("PROVIDER");
        assertThat(payment(key).getString("payer")).isEqualTo("Ada Byron");
        assertThat(payment(key).getString("paidOn")).isEqualTo("2026-01-31");
        assertThat(payment(key).get("note")).isEqualTo(JsonValue.NULL);
        assertThat(entries(key)).hasSize(1);
        assertThat(ledger.read(invoice).getString("paymentStatus")).isEqualTo("PAID");
    }

    @Test
    @DisplayName("may tell it many times at once (S-PAY-09)")
    void isHeardOnceAtOnce() {
        String invoice = ledger.issued("300");
        String key = key();
        String told = body(key, number(invoice), "100.00", "EUR");

        List<CompletableFuture<Answer>> calls = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> outside.send(signed(told))))
                .limit(6)
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join))
                .extracting(Answer::status)
                .containsOnly(204);
        assertThat(payments(key)).hasSize(1);
        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("200.00");
    }

    @Test
    @DisplayName("that tells of several payments on one invoice at once has none refused and none overpaid (S-PAY-09)")
    void paysOneAfterTheOther() {
        String invoice = ledger.issued("100");
        String number = number(invoice);

        List<CompletableFuture<Answer>> calls = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> tell(key(), number, "60.00", "EUR")))
                .limit(3)
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join))
                .extracting(Answer::status)
                .containsOnly(204);
        assertThat(amount(ledger.read(invoice), "paid")).isEqualTo("100.00");
        assertThat(listed("payments", "account==" + ledger.account))
                .extracting(payment -> amount(payment, "free"))
                .containsExactlyInAnyOrder("0.00", "20.00", "60.00");
    }

    @Test
    @DisplayName("has what does not fit its invoice kept for the customer, with a note (S-PAY-09)")
    void losesNothing() {
        String invoice = ledger.issued("50");
        String number = number(invoice);
        String dollars = key();
        String more = key();
        String late = key();

        tell(dollars, number, "55.00", "USD");
        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("50.00");
        tell(more, number, "52.50", "EUR");
        tell(late, number, "50.00", "EUR");

        assertThat(List.of(dollars, more, late))
                .extracting(key -> amount(payment(key), "free"))
                .containsExactly("55.00", "2.50", "50.00");
        assertThat(payment(dollars).getString("note"))
                .contains("55.00 USD")
                .contains(number)
                .contains("50.00 EUR");
        assertThat(payment(late).getString("note")).contains("0.00 EUR");
        assertThat(ledger.read(invoice).getString("paymentStatus")).isEqualTo("PAID");
    }

    @Test
    @DisplayName("has what names no invoice laid before people, once (S-PAY-09, S-PAY-07)")
    void asksPeople() {
        String invoice = ledger.issued("70");
        String key = key();

        tell(key, "INV-NOWHERE", "70.00", "EUR");
        assertThat(tell(key, "INV-NOWHERE", "70.00", "EUR").status()).isEqualTo(204);

        assertThat(entries(key)).hasSize(1);
        assertThat(ledger.anna
                        .send(Call.of("DELETE", ROOT + "payment-providers/" + provider))
                        .problem())
                .isEqualTo("provider-used");
        JsonObject entry = entries(key).get(0);
        assertThat(entry.getString("status")).isEqualTo("REVIEW");
        assertThat(entry.getString("reason")).isEqualTo("UNKNOWN");
        ledger.bill.done(Call.post(
                ROOT + "bank-entries/" + entry.getString("id") + "/assign-to", json("{'invoice':'" + invoice + "'}")));
        assertThat(payment(key).getString("method")).isEqualTo("PROVIDER");
        assertThat(ledger.read(invoice).getString("paymentStatus")).isEqualTo("PAID");
    }

    @Test
    @DisplayName("is believed only with its signature, and only for a while (S-PAY-09)")
    void isNobodyElse() {
        String number = number(ledger.issued("10"));
        String key = key();
        String told = body(key, number, "10.00", "EUR");
        String path = SignedCall.path("acme", provider);
        Instant now = Instant.now();

        Stream.of(
                        Call.of("POST", path).with("application/json", told),
                        Call.of("POST", path)
                                .with("application/json", told)
                                .header("Pipewright-Signature", "t=x,v1=zz"),
                        SignedCall.of(path, SECRET + "x", told),
                        signed(told).with("application/json", told.replace("10.00", "9.00")))
                .map(outside::send)
                .forEach(answer -> isRefused(answer, "not-signed"));
        isRefused(outside.send(SignedCall.of(path, SECRET, told, now.minus(Duration.ofMinutes(6)))), "call-too-old");
        isRefused(outside.send(SignedCall.of(path, SECRET, told, now.plus(Duration.ofMinutes(6)))), "call-too-old");

        assertThat(entries(key)).isEmpty();
        assertThat(outside.send(SignedCall.of(path, SECRET, told, now.minus(Duration.ofMinutes(4))))
                        .status())
                .isEqualTo(204);
    }

    private static void isRefused(Answer answer, String problem) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    @DisplayName("that tells what cannot be read hears of all that is wrong (S-PAY-09)")
    void tellsWhatIsWrong() {
        Answer empty = outside.send(signed("{}"));
        Answer wrong = outside.send(signed(
                json("{'id':7,'invoice':'','amount':{'amount':'1.005','currency':'EUR'},'paidOn':'soon','payer':[]}")
                        .toString()));
        Answer nothing = outside.send(signed("[]"));

        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.problem()).isEqualTo("callback");
        assertThat(empty.fields()).containsExactlyInAnyOrder("id", "invoice", "amount.amount", "amount.currency");
        assertThat(wrong.fields()).containsExactlyInAnyOrder("id", "invoice", "amount.amount", "paidOn", "payer");
        assertThat(nothing.status()).isEqualTo(400);
    }

    @Test
    @DisplayName("is heard only where it belongs and while it is in use (S-PAY-09)")
    void isHeardInItsPlace() {
        String told = body(key(), "INV-NOWHERE", "1.00", "EUR");
        List<String> elsewhere = List.of(
                SignedCall.path("globex", provider),
                SignedCall.path("acme", UUID.randomUUID().toString()),
                SignedCall.path("acme", provider).replace("payment-providers", "leads"),
                SignedCall.path("nobody", provider));

        assertThat(elsewhere)
                .allSatisfy(path -> assertThat(
                                outside.send(SignedCall.of(path, SECRET, told)).status())
                        .isEqualTo(404));
        ledger.anna.done(Call.of("PATCH", ROOT + "payment-providers/" + provider)
                .with(json("{'active':false}"))
                .header("If-Match", "*"));
        assertThat(outside.send(signed(told)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("has a page that customers find on their invoice, until nothing is open (S-PAY-09, S-INV-12)")
    void isFoundByCustomers() {
        String name = ledger.anna.read(ROOT + "payment-providers/" + provider).getString("name");
        ledger.anna.done(Call.of("PATCH", ROOT + "payment-providers/" + provider)
                .with(json("{'page':'https://pay.example/{number}?sum={amount}&in={currency}'}"))
                .header("If-Match", "*"));
        String invoice = ledger.draft("{'language':'EN'}");
        ledger.lines(invoice, "{'description':'Advice','quantity':1,'unitPrice':80,'taxCategory':'Z','taxRate':0}");
        ledger.act(invoice, "issue");
        String link = sent(invoice);
        String address = "https://pay.example/" + number(invoice) + "?sum=80.00&in=EUR";

        JsonObject before = outside.done(Call.get(link)).json();
        String page = outside.done(Call.get(link.substring("/api".length()))).body();
        tell(key(), number(invoice), "80.00", "EUR");
        JsonObject after = outside.done(Call.get(link)).json();

        assertThat(before.getJsonArray("ways").getValuesAs(JsonObject.class)).anySatisfy(way -> {
            assertThat(way.getString("label")).isEqualTo("Pay now with " + name);
            assertThat(way.getString("address")).isEqualTo(address);
        });
        assertThat(page).contains("href=\"" + address.replace("&", "&amp;") + "\"");
        assertThat(after.getJsonArray("ways")).isEmpty();
    }

    private String sent(String invoice) {
        String to = "p" + UUID.randomUUID().toString().substring(0, 8) + "@customer.example";
        ledger.bill.done(Call.post(ROOT + "invoices/" + invoice + "/send", json("{'to':'" + to + "'}")));
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "the invoice is mailed", () -> !product.mailsTo(to).isEmpty());
        String mail = product.mailsTo(to).getJsonObject(0).getString("text");
        return "/api"
                + mail.substring(mail.indexOf("/links/"))
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .strip();
    }

    @Test
    @DisplayName("is the administrator's, says where it calls, and never shows its secret (S-PAY-09)")
    void isTheAdministrators() {
        JsonObject read = ledger.anna.read(ROOT + "payment-providers/" + provider);
        Answer insecure = ledger.anna.send(
                Call.post(ROOT + "payment-providers", json("{'name':'Pay NAME','page':'http://pay.example'}")));
        Answer unknown = ledger.anna.send(
                Call.post(ROOT + "payment-providers", json("{'name':'Pay NAME','system':'nobody.knows'}")));

        assertThat(read.getBoolean("secretKept")).isTrue();
        assertThat(read.getString("callbackAddress"))
                .contains("/api/callbacks/")
                .endsWith(provider);
        assertThat(read.toString()).doesNotContain(SECRET);
        assertThat(insecure.fields()).containsExactly("page");
        assertThat(unknown.fields()).containsExactly("system");
        assertThat(ledger.bill.send(Call.get(ROOT + "payment-providers")).status())
                .isEqualTo(403);
    }
}
