package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
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
        String sixty = ledger.issued("60");
        String fifty = ledger.issued("50");
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
    @DisplayName(
            "adds to what the account has paid once the invoice is paid, and subtracts when it is taken back (S-ACC-05)")
    void addsToWhatTheAccountHasPaid() {
        String sixty = ledger.issued("60");
        String fifty = ledger.issued("50");
        String payment = payment("100");

        assertThat(allocate(payment, sixty, "60", fifty, "40")).matches(Answer::isSuccess);
        assertThat(paidByTheAccount()).isEqualTo("60.00");
        assertThat(allocate(payment, sixty, "50", fifty, "50")).matches(Answer::isSuccess);
        assertThat(paidByTheAccount()).isEqualTo("50.00");
        assertThat(allocate(payment)).matches(Answer::isSuccess);
        assertThat(paidByTheAccount()).isEqualTo("0.00");
    }

    private String paidByTheAccount() {
        return amount(ledger.bill.read(ROOT + "accounts/" + ledger.account), "paidValue");
    }

    @Test
    @DisplayName("is taken down on the invoice itself, and what is too much stays the customer's (S-PAY-01, S-PAY-02)")
    void isTakenDownOnTheInvoice() {
        String invoice = ledger.issued("60");
        String path = ROOT + "invoices/" + invoice + "/pay";
        JsonObject proposed = ledger.bill.read(path);

        Answer foreign = ledger.bill.send(
                Call.post(path, json("{'amount':{'amount':'10.00','currency':'USD'},'paidOn':'2026-01-31'}")));
        ledger.bill.done(Call.post(path, json("{'amount':{'amount':'20.00','currency':'EUR'},'paidOn':'2026-01-31'}")));
        String left = amount(ledger.read(invoice), "open");
        ledger.bill.done(Call.post(
                path,
                json("{'amount':{'amount':'50.00','currency':'EUR'},'paidOn':'2026-02-01','reference':'Ref NAME'}")));
        JsonObject last = ledger.bill
                .done(Call.get(ROOT + "payments")
                        .query("filter", "account==" + ledger.account)
                        .query("sort", "-createdAt"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(amount(proposed, "amount")).isEqualTo("60.00");
        assertThat(proposed.getString("reference"))
                .isEqualTo(ledger.read(invoice).getString("number"));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.fields()).containsExactly("amount");
        assertThat(left).isEqualTo("40.00");
        assertThat(ledger.read(invoice).getString("paymentStatus")).isEqualTo("PAID");
        assertThat(amount(last, "free")).isEqualTo("10.00");
        assertThat(ledger.act(invoice, "pay").status()).isEqualTo(409);
    }

    @Test
    @DisplayName("taken back leaves the invoice open again (S-INV-09)")
    void isTakenBack() {
        String invoice = ledger.issued("60");
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
        String invoice = ledger.issued("100");
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

    /** Issues a credit note over so much of an invoice, without tax. */
    private String credited(String invoice, String amount) {
        assertThat(ledger.act(invoice, "credit")).matches(Answer::isSuccess);
        String note = ledger.listed("credited==" + invoice + ";status==DRAFT").get(0);
        ledger.lines(
                note, "{'description':'Back','quantity':1,'unitPrice':" + amount + ",'taxCategory':'Z','taxRate':0}");
        assertThat(ledger.act(note, "issue")).matches(Answer::isSuccess);
        return note;
    }

    private String refund(String amount) {
        JsonObject body = Json.createObjectBuilder(
                        json("{'direction':'OUT','amount':{'amount':'" + amount + "','currency':'EUR'}}"))
                .add("account", ledger.account)
                .build();
        return ledger.bill.done(Call.post(ROOT + "payments", body)).json().getString("id");
    }

    private Answer settle(String note, String invoice, String amount) {
        JsonObject body = json("{'items':[{'invoice':'" + invoice + "','amount':" + amount + "}]}");
        return ledger.bill.send(Call.put(ROOT + "invoices/" + note + "/credit-settlements", body)
                .header("If-Match", "*"));
    }

    @Test
    @DisplayName("of an invoice that is credited afterwards leaves the customer a credit for other invoices (S-PAY-02)")
    void leavesCredit() {
        String paid = ledger.issued("100");
        ledger.pay(paid, "100");
        String note = credited(paid, "30");
        String next = ledger.issued("20");

        assertThat(amount(ledger.read(paid), "open")).isEqualTo("0.00");
        assertThat(amount(ledger.read(note), "open")).isEqualTo("30.00");
        assertThat(settle(note, next, "20.01").problem()).isEqualTo("over-allocation");
        assertThat(settle(note, next, "20")).matches(Answer::isSuccess);
        assertThat(ledger.read(next).getString("paymentStatus")).isEqualTo("PAID");
        assertThat(amount(ledger.read(note), "open")).isEqualTo("10.00");
    }

    @Test
    @DisplayName("and a credit note share an invoice; credit that nothing took stays (S-PAY-02)")
    void sharesWithCredit() {
        String invoice = ledger.issued("100");
        ledger.pay(invoice, "80");

        String note = credited(invoice, "30");

        assertThat(amount(ledger.read(invoice), "settled")).isEqualTo("20.00");
        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("0.00");
        assertThat(amount(ledger.read(note), "open")).isEqualTo("10.00");
    }

    @Test
    @DisplayName("goes back against a credit note, never more than the credit (S-PAY-06)")
    void isRefunded() {
        String invoice = ledger.issued("100");
        ledger.pay(invoice, "100");
        String note = credited(invoice, "30");
        String refund = refund("40");

        assertThat(allocate(refund, invoice, "30").fields()).contains("items[0].invoice");
        assertThat(allocate(payment("30"), note, "30").fields()).contains("items[0].invoice");
        assertThat(allocate(refund, note, "30.01").problem()).isEqualTo("over-allocation");
        assertThat(allocate(refund, note, "30")).matches(Answer::isSuccess);

        assertThat(amount(ledger.read(note), "open")).isEqualTo("0.00");
        assertThat(free(refund)).isEqualTo("10.00");
    }

    @Test
    @DisplayName("that is a little short is enough: what is missing is written off up to the limit (S-PAY-05)")
    void mayBeALittleShort() {
        String little = ledger.issued("60");
        ledger.pay(little, "59.97");
        String much = ledger.issued("60");
        ledger.pay(much, "55");

        assertThat(ledger.act(little, "write-off")).matches(Answer::isSuccess);
        assertThat(ledger.act(much, "write-off").status()).isEqualTo(403);

        assertThat(ledger.read(little).getString("paymentStatus")).isEqualTo("PAID");
        assertThat(amount(ledger.read(little), "writtenOff")).isEqualTo("0.03");
        assertThat(ledger.read(much).getString("paymentStatus")).isEqualTo("PARTLY_PAID");
        assertThat(ledger.act(little, "write-back")).matches(Answer::isSuccess);
        assertThat(amount(ledger.read(little), "open")).isEqualTo("0.03");
    }

    @Test
    @DisplayName("in another currency, or at another rate, shows what was gained or lost by that (S-PAY-04)")
    void showsGainAndLoss() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        ledger.offer("SEK");
        ledger.rate("SEK", today.minusDays(40), "1.10");
        ledger.rate("SEK", today, "1.10");
        String invoice = ledger.draft("{'currency':'SEK'}");
        ledger.lines(invoice, "{'description':'Advice','quantity':1,'unitPrice':100,'taxCategory':'Z','taxRate':0}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        ledger.rate("SEK", today, "1.12");
        JsonObject sixty = Json.createObjectBuilder(json("{'amount':{'amount':'60','currency':'SEK'}}"))
                .add("account", ledger.account)
                .build();
        String same =
                ledger.bill.done(Call.post(ROOT + "payments", sixty)).json().getString("id");
        String other = payment("44.80");

        assertThat(allocate(same, invoice, "60")).matches(Answer::isSuccess);
        assertThat(allocate(other, invoice, "44.80")).matches(Answer::isSuccess);

        assertThat(amount(allocation(same), "difference")).isEqualTo("1.20");
        assertThat(amount(allocation(other), "taken")).isEqualTo("40.00");
        assertThat(amount(allocation(other), "difference")).isEqualTo("0.80");
        assertThat(ledger.read(invoice).getString("paymentStatus")).isEqualTo("PAID");
    }

    @Test
    @DisplayName("in another currency is taken back by what it was worth when its invoice was issued (S-INV-06)")
    void isTakenBackAtTheRateOfTheInvoice() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        ledger.offer("THB");
        ledger.rate("THB", today.minusDays(40), "0.10");
        ledger.rate("THB", today, "0.13");
        String invoice = ledger.draft("{'currency':'THB'}");
        ledger.lines(invoice, "{'description':'Advice','quantity':1,'unitPrice':100,'taxCategory':'Z','taxRate':0}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        ledger.pass(
                "billing.invoice set issued_on = current_date - 30, rated_on = current_date - 30 where id", invoice);
        assertThat(ledger.act(invoice, "credit")).matches(Answer::isSuccess);
        String note = ledger.listed("credited==" + invoice).get(0);
        assertThat(ledger.act(note, "issue")).matches(Answer::isSuccess);

        assertThat(ledger.read(note).getString("issuedOn")).isEqualTo(today.toString());
        assertThat(ledger.read(note).getString("ratedOn"))
                .isEqualTo(today.minusDays(30).toString());
        assertThat(ledger.listed("credited==" + invoice + ";payable>9.99;payable<10.01"))
                .containsExactly(note);
    }

    private JsonObject allocation(String payment) {
        return ledger.bill
                .read(ROOT + "payments/" + payment + "/allocations")
                .getJsonArray("items")
                .getJsonObject(0);
    }

    @Test
    @DisplayName("is asked for by a code on the invoice that says IBAN, amount and reference (S-PAY-08)")
    void isAskedForByACode() throws Exception {
        String invoice = ledger.issued("60");
        JsonObject pdf = ledger.files(invoice).stream()
                .filter(file -> file.getString("name").endsWith(".pdf"))
                .findFirst()
                .orElseThrow();

        assertThat(code(ledger.content(invoice, pdf.getString("id"))).lines())
                .startsWith("BCD", "002", "1", "SCT")
                .contains(
                        "DE89370400440532013000",
                        "EUR60.00",
                        ledger.read(invoice).getString("number"));
    }

    private static String code(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }
}
