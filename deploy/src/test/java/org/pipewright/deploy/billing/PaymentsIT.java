package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("A payment")
class PaymentsIT {

    private final Ledger ledger = new Ledger();

    private String payment(String amount) {
        JsonObject body = Json.createObjectBuilder(json("{'amount':{'amount':'" + amount + "','currency':'EUR'}}"))
                .add("account", ledger.account)
                .build();
        return ledger.bill.done(Call.post(ROOT + "payments", body)).json().getString("id");
    }

    private String issued(String price) {
        String invoice = ledger.draft("{}");
        ledger.lines(
                invoice,
                "{'description':'Advice','quantity':1,'unitPrice':" + price + ",'taxCategory':'Z','taxRate':0}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        return invoice;
    }

    /** Gives of a payment to invoices: ids and amounts in turn. */
    private Answer allocate(String payment, String... given) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (int i = 0; i < given.length; i += 2) {
            items.add(Json.createObjectBuilder().add("invoice", given[i]).add("amount", new BigDecimal(given[i + 1])));
        }
        return ledger.bill.send(Call.put(
                        ROOT + "payments/" + payment + "/allocations",
                        Json.createObjectBuilder().add("items", items).build())
                .header("If-Match", "*"));
    }

    private String free(String payment) {
        return amount(ledger.bill.read(ROOT + "payments/" + payment), "free");
    }

    @Test
    @DisplayName("is more than nothing (S-PAY-01)")
    void isMoreThanNothing() {
        JsonObject nothing = Json.createObjectBuilder(json("{'amount':{'amount':'0','currency':'EUR'}}"))
                .add("account", ledger.account)
                .build();

        assertThat(ledger.bill.send(Call.post(ROOT + "payments", nothing)).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("goes to several invoices, never more than is open, and the rest stays the customer's (S-PAY-02)")
    void goesToInvoices() {
        String sixty = issued("60");
        String fifty = issued("50");
        String payment = payment("100");

        assertThat(allocate(payment, sixty, "60.01").problem()).isEqualTo("over-allocation");
        assertThat(allocate(payment, sixty, "60", fifty, "50").problem()).isEqualTo("over-allocation");
        assertThat(allocate(payment, sixty, "60", fifty, "40")).matches(Answer::isSuccess);

        assertThat(amount(ledger.read(sixty), "open")).isEqualTo("0.00");
        assertThat(ledger.read(sixty).get("paidOn")).isNotEqualTo(JsonValue.NULL);
        assertThat(amount(ledger.read(fifty), "open")).isEqualTo("10.00");
        assertThat(free(payment)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("taken back leaves the invoice open again (S-INV-09)")
    void isTakenBack() {
        String invoice = issued("60");
        String payment = payment("100");
        allocate(payment, invoice, "60");
        assertThat(free(payment)).isEqualTo("40.00");

        assertThat(allocate(payment)).matches(Answer::isSuccess);

        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("60.00");
        assertThat(ledger.read(invoice).get("paidOn")).isEqualTo(JsonValue.NULL);
        assertThat(free(payment)).isEqualTo("100.00");
    }

    @Test
    @DisplayName("never over-pays an invoice, however many come at once (S-PAY-03)")
    void neverOverpays() throws Exception {
        String invoice = issued("100");
        List<String> payments =
                IntStream.range(0, 20).mapToObj(n -> payment("10")).toList();
        ExecutorService clerks = Executors.newFixedThreadPool(10);

        List<Future<Answer>> answers = clerks.invokeAll(payments.stream()
                .map(payment -> (Callable<Answer>) () -> allocate(payment, invoice, "10"))
                .toList());
        clerks.shutdown();

        int succeeded = 0;
        for (Future<Answer> answer : answers) {
            succeeded += answer.get().isSuccess() ? 1 : 0;
        }
        assertThat(succeeded).isEqualTo(10);
        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("0.00");
    }
}
