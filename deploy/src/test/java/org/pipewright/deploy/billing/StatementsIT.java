package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

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
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("A statement of a customer")
class StatementsIT {

    private final Ledger ledger = new Ledger();

    @Test
    @DisplayName("tells invoices, payments, credit notes and write-offs, and ends with what is open (S-INV-13)")
    void tellsWhatHappened() {
        String first = ledger.issued("100");
        String second = ledger.issued("50");
        String third = ledger.issued("20.05");
        ledger.pay(first, "60");
        ledger.pay(third, "20");
        ledger.act(third, "write-off");
        ledger.bill.done(Call.post(ROOT + "invoices/" + second + "/cancel", json("{'reason':'Wrong'}")));

        String statement = stated("");

        assertThat(lines(statement))
                .containsExactlyInAnyOrder(
                        "INVOICE 100.00",
                        "INVOICE 50.00",
                        "INVOICE 20.05",
                        "PAYMENT -60.00",
                        "PAYMENT -20.00",
                        "WRITE_OFF -0.05",
                        "CREDIT_NOTE -50.00");
        assertThat(amount(read(statement), "opening")).isEqualTo("0.00");
        assertThat(amount(read(statement), "closing")).isEqualTo("40.00");
        assertThat(openItems()).isEqualByComparingTo("40.00");
    }

    @Test
    @DisplayName("begins with what was owed before its period (S-INV-13)")
    void beginsWithTheBalance() {
        ledger.bill.done(Call.post(ROOT + "invoices/" + ledger.hundred("{}") + "/issue", json("{}")));
        made(ledger.bill, "payments", payment("2025-03-01", "30"));
        made(ledger.bill, "payments", payment("2025-04-30", "7"));

        JsonObject before = read(stated(",'fromDay':'2025-03-02','toDay':'2025-04-29'"));
        String of = stated(",'fromDay':'2025-04-30','toDay':'2025-04-30'");

        assertThat(List.of(amount(before, "opening"), amount(before, "closing")))
                .containsExactly("-30.00", "-30.00");
        assertThat(lines(of)).containsExactly("PAYMENT -7.00");
        assertThat(amount(read(of), "opening")).isEqualTo("-30.00");
        assertThat(amount(read(stated("")), "closing")).isEqualTo("82.00");
    }

    @Test
    @DisplayName("follows payments that are corrected or taken back (S-INV-13)")
    void followsCorrections() {
        String corrected = made(ledger.bill, "payments", payment("2025-03-01", "30"));
        String gone = made(ledger.bill, "payments", payment("2025-03-01", "5"));
        ledger.bill.done(Call.of("PATCH", ROOT + "payments/" + corrected)
                .with(json("{'paidOn':'2025-04-01','amount':{'amount':'40','currency':'EUR'}}"))
                .header("If-Match", "*"));
        ledger.bill.done(Call.of("DELETE", ROOT + "payments/" + gone).header("If-Match", "*"));

        String march = stated(",'fromDay':'2025-03-01','toDay':'2025-03-31'");
        String april = stated(",'fromDay':'2025-04-01','toDay':'2025-04-30'");

        assertThat(lines(march)).isEmpty();
        assertThat(lines(april)).containsExactly("PAYMENT -40.00");
    }

    @Test
    @DisplayName("is in one currency, and what is taken in another one is in both (S-INV-13, S-PAY-06)")
    void isInOneCurrency() {
        String invoice = ledger.issued("100");
        String dollars = made(
                ledger.bill,
                "payments",
                "{'account':'" + ledger.account + "','amount':{'amount':'120','currency':'USD'}}");
        ledger.bill.done(Call.put(
                        ROOT + "payments/" + dollars + "/allocations",
                        json("{'items':[{'invoice':'" + invoice + "','amount':110,'rate':0.9}]}"))
                .header("If-Match", "*"));

        String euros = stated(",'currency':'EUR'");
        String others = stated(",'currency':'USD'");

        assertThat(lines(euros)).containsExactlyInAnyOrder("INVOICE 100.00", "EXCHANGE -99.00");
        assertThat(amount(read(euros), "closing")).isEqualTo("1.00");
        assertThat(lines(others)).containsExactlyInAnyOrder("PAYMENT -120.00", "EXCHANGE 110.00");
    }

    @Test
    @DisplayName("is a PDF that is mailed to the customer, and stays as it was told (S-INV-13)")
    void isMailed() {
        String statement = stated("");
        String to = "s" + UUID.randomUUID().toString().substring(0, 8) + "@customer.example";

        ledger.bill.done(Call.post(
                ROOT + "statements/" + statement + "/send", json("{'to':'" + to + "','message':'Your account'}")));
        Answer changed = ledger.bill.send(Call.of("PATCH", ROOT + "statements/" + statement)
                .with(json("{'toDay':'2025-01-01'}"))
                .header("If-Match", "*"));
        Answer backwards = ledger.bill.send(Call.post(
                ROOT + "statements",
                json("{'account':'" + ledger.account + "','fromDay':'2026-02-01','toDay':'2026-01-01'}")));

        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "the statement is mailed", () -> !product.mailsTo(to).isEmpty());
        assertThat(pdf(statement)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(read(statement).getString("sentTo")).isEqualTo(to);
        assertThat(changed.problem()).isEqualTo("stated");
        assertThat(read(statement).getJsonObject("parts").getString("statement-lines"))
                .isNotEqualTo("edit");
        assertThat(backwards.fields()).containsExactly("toDay");
    }

    private String payment(String day, String euros) {
        return "{'account':'" + ledger.account + "','paidOn':'" + day + "','amount':{'amount':'" + euros
                + "','currency':'EUR'}}";
    }

    private String stated(String more) {
        return made(ledger.bill, "statements", "{'account':'" + ledger.account + "'" + more + "}");
    }

    private JsonObject read(String statement) {
        return ledger.bill.read(ROOT + "statements/" + statement);
    }

    private List<String> lines(String statement) {
        return ledger.bill.read(ROOT + "statements/" + statement + "/statement-lines").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(line -> line.getString("kind") + " " + amount(line, "amount"))
                .toList();
    }

    private byte[] pdf(String statement) {
        String files = ROOT + "statements/" + statement + "/files";
        String id =
                ledger.bill.read(files).getJsonArray("items").getJsonObject(0).getString("id");
        return ledger.bill.download(Call.get(ledger.bill
                .done(Call.post(files + "/" + id + "/links", JsonValue.EMPTY_JSON_OBJECT))
                .json()
                .getString("url")));
    }

    private BigDecimal openItems() {
        JsonObject report = ledger.bill
                .done(Call.get(ROOT + "invoices/reports/open-items")
                        .query("by", "age")
                        .query("filter", "account==" + ledger.account))
                .json();
        JsonObject open = report.getJsonObject("total").getJsonObject("values").getJsonObject("open");
        return new BigDecimal(amount(open, "sum"));
    }
}
