package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("An issued invoice")
class SentInvoicesIT {

    private final Ledger ledger = new Ledger();
    private final Client customer = RunningProduct.get().asNobody();

    @Test
    @DisplayName("is seen by the customer under a link, with its PDF and what is paid of it by now (S-INV-12)")
    void isSeenByTheCustomer() {
        String invoice = issued();
        String link = send(invoice);

        JsonObject before = customer.done(Call.get(link)).json();
        ledger.pay(invoice, "119");
        JsonObject after = customer.done(Call.get(link)).json();
        String number = ledger.read(invoice).getString("number");
        byte[] pdf = customer.download(Call.get(link + "/files/" + number + ".pdf"));

        assertThat(before.getString("heading")).isEqualTo("Invoice " + number);
        assertThat(before.getString("notice")).isEqualTo("This invoice is not paid yet.");
        assertThat(before.getJsonArray("sums").toString()).contains("119.00 EUR");
        assertThat(after.getString("notice")).contains("is paid");
        assertThat(pdf).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(ledger.read(invoice).isNull("viewedAt")).isFalse();
    }

    @Test
    @DisplayName("tells under its link where what is open is paid, also as a code, until nothing is (S-PAY-08)")
    void asksForPayment() {
        String invoice = issued();
        String number = ledger.read(invoice).getString("number");
        ledger.pay(invoice, "19.50");
        String link = send(invoice);

        JsonObject before = customer.done(Call.get(link)).json();
        String page = customer.done(Call.get(link.substring("/api".length()))).body();
        ledger.pay(invoice, "99.50");
        JsonObject after = customer.done(Call.get(link)).json();

        JsonObject code = before.getJsonArray("pictures").getJsonObject(0);
        assertThat(code.getString("says").split("\n"))
                .containsSequence("DE89370400440532013000", "EUR99.50")
                .endsWith(number);
        assertThat(page).contains("<img", code.getString("source"));
        assertThat(before.getJsonArray("facts").toString())
                .contains("DE89 3704 0044 0532 0130 00", "COBADEFFXXX", number);
        assertThat(after.getJsonArray("pictures")).isEmpty();
        assertThat(after.getJsonArray("facts").toString()).doesNotContain("DE89");
    }

    @Test
    @DisplayName("is under no link any more once these are revoked, and a guessed one leads nowhere (S-INV-12)")
    void isHiddenAgain() {
        String invoice = issued();
        String link = send(invoice);
        Answer guessed = customer.send(Call.get(link.substring(0, link.length() - 1) + "x"));

        ledger.act(invoice, "revoke-links");

        assertThat(guessed.status()).isEqualTo(404);
        assertThat(customer.send(Call.get(link)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("is cancelled by a credit note over all of it that says why (S-INV-03, S-INV-06)")
    void isCancelled() {
        String invoice = issued();

        ledger.bill.done(Call.post(ROOT + "invoices/" + invoice + "/cancel", json("{'reason':'Wrong customer'}")));

        JsonObject note = ledger.read(ledger.listed("credited==" + invoice).get(0));
        assertThat(ledger.read(invoice).getString("status")).isEqualTo("CANCELLED");
        assertThat(ledger.read(invoice).get("paymentStatus")).isEqualTo(JsonValue.NULL);
        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("0.00");
        assertThat(note.getString("status")).isEqualTo("ISSUED");
        assertThat(note.getString("number")).startsWith("CN-");
        assertThat(note.getString("note")).isEqualTo("Wrong customer");
        assertThat(amount(note, "payable")).isEqualTo("119.00");
        assertThat(ledger.act(invoice, "credit").status()).isEqualTo(409);
    }

    @Test
    @DisplayName("is told by the age of what is open, and the ages add up to the total (S-INV-13)")
    void isToldByAge() {
        String fresh = issued();
        String old = issued();
        String paid = issued();
        ledger.pass("billing.invoice set due_on = current_date - 45 where id", old);
        ledger.pay(paid, "119");

        JsonObject report = ledger.bill
                .done(Call.get(ROOT + "invoices/reports/open-items")
                        .query("by", "age")
                        .query("filter", "account==" + ledger.account))
                .json();

        assertThat(report.toString()).contains("UP_TO_60").contains("NOT_DUE").doesNotContain("OVER_90");
        assertThat(sum(report)).isEqualByComparingTo("238.00");
        assertThat(open(report.getJsonObject("total"))).isEqualByComparingTo("238.00");
        assertThat(List.of(ledger.read(fresh).getString("age"), ledger.read(old).getString("age")))
                .containsExactly("NOT_DUE", "UP_TO_60");
        assertThat(ledger.read(paid).get("age")).isEqualTo(JsonValue.NULL);
    }

    private static BigDecimal sum(JsonObject report) {
        return report.getJsonArray("lines").stream()
                .map(line -> open(line.asJsonObject()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal open(JsonObject line) {
        return new BigDecimal(amount(line.getJsonObject("values").getJsonObject("open"), "sum"));
    }

    private String issued() {
        String invoice = ledger.hundred("{'language':'EN'}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        return invoice;
    }

    /** Sends it; returns where the link leads over REST. */
    private String send(String invoice) {
        String to = "i" + UUID.randomUUID().toString().substring(0, 8) + "@customer.example";
        ledger.bill.done(
                Call.post(ROOT + "invoices/" + invoice + "/send", json("{'to':'" + to + "','message':'Here it is'}")));
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "the invoice is mailed", () -> !product.mailsTo(to).isEmpty());
        String mail = product.mailsTo(to).getJsonObject(0).getString("text");
        return "/api" + mail.substring(mail.indexOf("/links/")).strip();
    }
}
