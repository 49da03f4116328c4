package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.access.Acme;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.SignedUp;

@DisplayName("An invoice")
class InvoicesIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    /** Between these two it is another day at any time. */
    private static final String BEFORE_MIDNIGHT = "Pacific/Pago_Pago";

    private static final String PAST_MIDNIGHT = "Pacific/Kiritimati";

    private final Ledger ledger = new Ledger();

    /** Expected are the price of its line, the tax and what is to be paid: of 100 and 19 percent. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @DisplayName("is put into another currency with its lines until it is issued (S-CUR-07)")
    @CsvSource({
        "CLP, CONVERT, 100000 19000 119000",
        "BRL, CONVERT, 625 118.75 743.75",
        "BHD, CONVERT, 41.667 7.917 49.584",
        "BHD, KEEP,    100 19.000 119.000"
    })
    void changesItsCurrency(String target, String numbers, String expected) {
        ledger.offer(target);
        ledger.rate("CLP", TODAY, "0.001");
        ledger.rate("BRL", TODAY, "0.16");
        ledger.rate("BHD", TODAY, "2.4");
        String id = ledger.hundred("{'eInvoice':'NONE'}");

        assertThat(into(id, target, numbers)).matches(Answer::isSuccess);

        JsonObject changed = ledger.read(id);
        JsonObject line = ledger.bill
                .read(ROOT + "invoices/" + id + "/invoice-lines")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(line.getJsonNumber("unitPrice")
                                .bigDecimalValue()
                                .stripTrailingZeros()
                                .toPlainString()
                        + " " + amount(changed, "tax") + " " + amount(changed, "payable"))
                .isEqualTo(expected);
        assertThat(changed.getJsonObject("payable").getString("currency")).isEqualTo(target);
        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);
        assertThat(into(id, "EUR", "KEEP").status()).isEqualTo(409);
    }

    private Answer into(String invoice, String currency, String numbers) {
        return ledger.bill.send(Call.post(
                ROOT + "invoices/" + invoice + "/change-currency",
                json("{'currency':'" + currency + "','numbers':'" + numbers + "'}")));
    }

    @Test
    @DisplayName("is found by its number, whole or in part, and by what it is about while it has none (S-SRCH-05)")
    void isFoundByItsNumber() {
        String about = "Advice" + System.nanoTime();
        String id = ledger.hundred("{'subject':'" + about + "'}");
        assertThat(Acme.found(ledger.bill, about)).contains(id);

        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);

        String number = ledger.read(id).getString("number");
        assertThat(Acme.found(ledger.bill, number)).contains(id);
        assertThat(Acme.found(ledger.bill, number.substring(2).toLowerCase(Locale.ROOT)))
                .contains(id);
        assertThat(Acme.found(ledger.bill, about)).contains(id);
    }

    @Test
    @DisplayName("takes number, date and due date when it is issued, and never changes again (S-INV-01, S-INV-04)")
    void isIssuedOnceAndForAll() {
        String id = ledger.hundred("{'subject':'Advice in May'}");
        assertThat(ledger.read(id)).containsEntry("number", JsonValue.NULL).containsEntry("status", text("DRAFT"));

        assertThat(ledger.act(id, "issue").isSuccess()).isTrue();

        JsonObject issued = ledger.read(id);
        assertThat(issued.getString("number")).matches("INV-" + TODAY.getYear() + "-\\d{3,}");
        assertThat(issued.getString("issuedOn")).isEqualTo(TODAY.toString());
        assertThat(issued.getString("dueOn")).isEqualTo(TODAY.plusDays(30).toString());
        assertThat(issued.getString("seller")).contains("Acme Incorporated");
        assertThat(issued.getString("buyer")).contains("Rue de la Paix 2");
        assertThat(amount(issued, "payable")).isEqualTo("119.00");
        assertThat(amount(issued, "open")).isEqualTo("119.00");
        assertThat(ledger.act(id, "issue").status()).isEqualTo(409);
        assertThat(change(id, "{'note':'x'}").status()).isEqualTo(409);
        assertThat(change(id, "{'note':'x','discountAmount':0.001}").fields()).containsExactly("discountAmount");
        assertThat(ledger.lines(id).status()).isEqualTo(409);
        assertThat(ledger.bill
                        .send(Call.of("DELETE", ROOT + "invoices/" + id).header("If-Match", "*"))
                        .status())
                .isEqualTo(409);
    }

    private static JsonString text(String value) {
        return Json.createValue(value);
    }

    private Answer change(String id, String body) {
        return ledger.bill.send(
                Call.of("PATCH", ROOT + "invoices/" + id).with(json(body)).header("If-Match", "*"));
    }

    @Test
    @DisplayName("is kept as PDF with its hash, whatever becomes of account and template (S-INV-05, S-PDF-03)")
    void isKeptAsItWas() throws Exception {
        String id = ledger.hundred("{'language':'DE','eInvoice':'EN16931'}");
        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);
        JsonObject pdf = ledger.file(id, ".pdf");
        byte[] before = ledger.content(id, pdf.getString("id"));

        ledger.anna.done(Call.of("PATCH", ROOT + "accounts/" + ledger.account)
                .with(json("{'name':'Renamed NAME','addresses':null}"))
                .header("If-Match", "*"));
        ledger.anna.done(Call.put(ROOT + "paper-templates/billing.invoice", json("{'template':'<p>other</p>'}")));
        byte[] after = ledger.content(id, pdf.getString("id"));
        ledger.anna.done(Call.of("DELETE", ROOT + "paper-templates/billing.invoice"));

        assertThat(after).isEqualTo(before);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(after)))
                .isEqualTo(ledger.read(id).getString("paperHash"));
        assertThat(pdf.getBoolean("sealed")).isTrue();
        assertThat(ledger.anna
                        .send(Call.of("DELETE", ROOT + "invoices/" + id + "/files/" + pdf.getString("id")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("is written in the language of the person it goes to, else of the organisation (S-PDF-01)")
    void isInTheLanguageOfTheContact() {
        String contact = Ledger.made(
                ledger.anna, "contacts", "{'lastName':'Noether','language':'DE','account':'" + ledger.account + "'}");

        String toContact = ledger.hundred("{'contact':'" + contact + "'}");
        String toNobody = ledger.hundred("{}");

        assertThat(ledger.read(toContact).getString("language")).isEqualTo("DE");
        assertThat(ledger.read(toNobody).getString("language")).isEqualTo("EN");
    }

    @Test
    @DisplayName("carries an e-invoice by EN 16931 inside the PDF and as UBL beside it (S-EINV-01, S-EINV-02)")
    void carriesAnEInvoice() throws Exception {
        String id = ledger.hundred("{'language':'DE','eInvoice':'EN16931'}");

        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);

        String number = ledger.read(id).getString("number");
        byte[] pdf = ledger.content(id, ledger.file(id, ".pdf").getString("id"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String cii = new String(
                    document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("factur-x.xml")
                            .getEmbeddedFile()
                            .toByteArray(),
                    StandardCharsets.UTF_8);
            assertThat(cii).contains(number).contains("<ram:DuePayableAmount>119.00<");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Rechnung " + number)
                    .contains("119,00");
        }
        assertThat(new String(ledger.content(id, ledger.file(id, ".xml").getString("id")), StandardCharsets.UTF_8))
                .contains(number)
                .contains("PayableAmount currencyID=\"EUR\">119.00<");
    }

    @Test
    @DisplayName(
            "that breaks a rule of e-invoices is not issued, and says which field is missing (S-EINV-03, S-EINV-04)")
    void isHeldAgainstTheRules() {
        String id = ledger.hundred("{'eInvoice':'XRECHNUNG'}");

        Answer refused = ledger.act(id, "issue");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("e-invoice");
        assertThat(refused.fields()).contains("buyerReference");
        assertThat(refused.toString()).contains("BT-10");
        assertThat(ledger.read(id)).containsEntry("number", JsonValue.NULL).containsEntry("status", text("DRAFT"));
    }

    @Test
    @DisplayName("with an exemption that nobody gave a reason for is not issued (S-TAX-06)")
    void needsReasonsForExemptions() {
        String id = ledger.draft("{}");
        ledger.lines(id, "{'description':'Course','quantity':1,'unitPrice':100,'taxCategory':'E','taxRate':0}");

        Answer refused = ledger.act(id, "issue");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains("items[0].exemption");
        ledger.lines(
                id,
                "{'description':'Course','quantity':1,'unitPrice':100,'taxCategory':'E','taxRate':0,"
                        + "'exemption':'Education, article 132'}");
        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);
    }

    @Test
    @DisplayName("is due in instalments that add up to the cent, and overdue as soon as one of them is (S-INV-07)")
    void isDueInInstalments() throws Exception {
        String term = ledger.term("'days':30", "30", "0", "70", "60");
        String id = ledger.draft("{'term':'" + term + "'}");
        ledger.lines(id, "{'description':'Advice','quantity':1,'unitPrice':100.01,'taxCategory':'Z','taxRate':0}");

        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);

        assertThat(ledger.instalments(id)).containsExactly("30.00 " + TODAY, "70.01 " + TODAY.plusDays(60));
        JsonObject issued = ledger.read(id);
        assertThat(issued.getString("dueOn")).isEqualTo(TODAY.plusDays(60).toString());
        assertThat(issued.getString("nextDueOn")).isEqualTo(TODAY.toString());
        assertThat(issued.getString("paymentStatus")).isEqualTo("UNPAID");

        ledger.pass("billing.instalment set due_on = due_on - 1 where invoice_id", id);
        assertThat(ledger.read(id).getString("paymentStatus")).isEqualTo("OVERDUE");
        ledger.pay(id, "30");
        assertThat(ledger.read(id).getString("paymentStatus")).isEqualTo("PARTLY_PAID");
        assertThat(ledger.read(id).getString("nextDueOn"))
                .isEqualTo(TODAY.plusDays(59).toString());
    }

    @Test
    @DisplayName("cannot be asked for in instalments that come to less than all (S-INV-07)")
    void asksForAllOfIt() {
        assertThat(ledger.split(ledger.term("'days':30"), "30", "0", "69.99", "60")
                        .problem())
                .isEqualTo("not-whole");
    }

    @Test
    @DisplayName("is overdue the day after it was due, which nobody has to write down (S-INV-01, S-INV-03)")
    void isOverdueByItself() {
        String id = ledger.hundred("{}");
        assertThat(ledger.read(id).get("paymentStatus")).isEqualTo(JsonValue.NULL);
        ledger.act(id, "issue");
        assertThat(ledger.read(id).getString("paymentStatus")).isEqualTo("UNPAID");

        ledger.pass("billing.invoice set due_on = current_date - 2 where id", id);

        assertThat(ledger.read(id).getString("paymentStatus")).isEqualTo("OVERDUE");
        assertThat(ledger.listed("paymentStatus==OVERDUE;id==" + id)).containsExactly(id);
        assertThat(change(id, "{'paymentStatus':'PAID'}").status()).isEqualTo(400);
        ledger.pay(id, "119");
        assertThat(ledger.read(id).getString("paymentStatus")).isEqualTo("PAID");
    }

    @Test
    @DisplayName(
            "is due until midnight where the organisation is, and overdue after it though no row has changed (S-INV-03)")
    void isOverduePastMidnight() {
        SignedUp shop = SignedUp.as("Midnight Ltd");
        String root = "/api/tenants/" + shop.slug() + "/";
        String id = issued(shop, root);
        moveTo(shop, BEFORE_MIDNIGHT);
        String lastDay = LocalDate.now(ZoneId.of(BEFORE_MIDNIGHT)).toString();
        Console.of(shop.slug()).execute("update billing.invoice set due_on = ?::date where id = ?::uuid", lastDay, id);
        List<String> rows = rows(shop);

        JsonObject before = shop.admin().read(root + "invoices/" + id);
        assertThat(before.getString("paymentStatus")).isEqualTo("UNPAID");
        assertThat(before.getString("age")).isEqualTo("NOT_DUE");

        moveTo(shop, PAST_MIDNIGHT);

        JsonObject after = shop.admin().read(root + "invoices/" + id);
        assertThat(after.getString("paymentStatus")).isEqualTo("OVERDUE");
        assertThat(after.getString("age")).isEqualTo("UP_TO_30");
        assertThat(after.getString("dueOn")).isEqualTo(lastDay);
        assertThat(shop.admin()
                        .done(Call.get(root + "invoices").query("filter", "paymentStatus==OVERDUE"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(rows(shop)).isEqualTo(rows);
    }

    private static String issued(SignedUp shop, String root) {
        String account = idOf(shop, root + "accounts", "{'name':'Sleeper Ltd'}");
        String id = idOf(shop, root + "invoices", "{'account':'" + account + "'}");
        shop.admin()
                .done(Call.put(
                                root + "invoices/" + id + "/invoice-lines",
                                json("{'items':[{'description':'Advice','quantity':1,'unitPrice':100}]}"))
                        .header("If-Match", "*"));
        shop.admin().done(Call.post(root + "invoices/" + id + "/issue", JsonValue.EMPTY_JSON_OBJECT));
        return id;
    }

    private static String idOf(SignedUp shop, String path, String body) {
        return shop.admin().done(Call.post(path, json(body))).json().getString("id");
    }

    private static void moveTo(SignedUp shop, String zone) {
        shop.admin()
                .done(Call.of("PATCH", "/api/tenants/" + shop.slug() + "/organisation")
                        .with(json("{'timeZone':'" + zone + "'}"))
                        .header("If-Match", "*"));
    }

    /** A hash of all that stands in each table of what is invoiced and paid. */
    private static List<String> rows(SignedUp shop) {
        return Stream.of("invoice", "invoice_line", "instalment", "ledger_entry", "tax_entry", "allocation")
                .flatMap(table -> Console.of(shop.slug())
                        .query("select '" + table
                                + "', count(*), md5(coalesce(string_agg(r::text, ',' order by r.id), ''))"
                                + " from billing." + table + " r")
                        .stream())
                .toList();
    }

    @Test
    @DisplayName("that is overdue is reminded of by one level a run, unless somebody says stop (S-INV-08)")
    void isRemindedOf() {
        made(ledger.bill, "dunning-levels", "{'name':'Soon NAME','days':3,'text':'Pay {open}'}");
        made(ledger.bill, "dunning-levels", "{'name':'Late NAME','days':9,'text':'Pay {open}'}");
        String id = ledger.hundred("{}");
        ledger.act(id, "issue");
        assertThat(ledger.act(id, "remind").problem()).isEqualTo("not-to-remind");

        ledger.pass("billing.invoice set due_on = current_date - 400 where id", id);
        assertThat(ledger.act(id, "remind")).matches(Answer::isSuccess);
        int first = ledger.level(id);
        assertThat(first).isLessThanOrEqualTo(3);
        assertThat(ledger.act(id, "remind").problem()).isEqualTo("not-to-remind");
        assertThat(ledger.read(id).getString("dunnedOn")).isEqualTo(TODAY.toString());

        ledger.pass("billing.invoice set dunned_on = current_date - 2 where id", id);
        ledger.act(id, "stop-dunning");
        assertThat(ledger.act(id, "remind").status()).isEqualTo(409);
        ledger.act(id, "resume-dunning");
        assertThat(ledger.act(id, "remind")).matches(Answer::isSuccess);
        assertThat(ledger.level(id)).isGreaterThan(first).isLessThanOrEqualTo(9);
    }

    @Test
    @DisplayName("without lines is not issued")
    void needsLines() {
        Answer refused = ledger.act(ledger.draft("{}"), "issue");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("no-lines");
    }

    @ParameterizedTest(name = "while every fourth fails: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("is numbered without gap or double where 32 are issued at once (S-NUM-02)")
    void isNumberedWithoutGaps(boolean everyFourthFails) throws Exception {
        IntPredicate fails = n -> everyFourthFails && n % 4 == 3;
        List<String> drafts = IntStream.range(0, 32)
                .mapToObj(n -> fails.test(n) ? ledger.hundred("{'eInvoice':'XRECHNUNG'}") : ledger.hundred("{}"))
                .toList();
        ExecutorService clerks = Executors.newFixedThreadPool(32);

        List<Future<Answer>> answers = clerks.invokeAll(drafts.stream()
                .map(id -> (Callable<Answer>) () -> ledger.act(id, "issue"))
                .toList());
        clerks.shutdown();

        List<Integer> numbers = new ArrayList<>();
        for (int n = 0; n < drafts.size(); n++) {
            assertThat(answers.get(n).get().isSuccess()).isEqualTo(!fails.test(n));
            if (!fails.test(n)) {
                numbers.add(value(drafts.get(n)));
            }
        }
        List<Integer> sorted = numbers.stream().sorted().toList();
        assertThat(sorted)
                .hasSize(everyFourthFails ? 24 : 32)
                .containsExactlyElementsOf(IntStream.range(0, sorted.size())
                        .mapToObj(n -> sorted.get(0) + n)
                        .toList());
    }

    @Test
    @DisplayName("has an id of its own while it is a draft, and leaves no hole when that is deleted (S-NUM-03)")
    void leavesNoHoleAsADraft() {
        String first = ledger.hundred("{}");
        String gone = ledger.hundred("{}");
        String second = ledger.hundred("{}");
        String draftId = ledger.read(gone).getString("draftId");
        assertThat(draftId)
                .matches("D-[0-9A-F]{8}")
                .isNotEqualTo(ledger.read(second).getString("draftId"));
        assertThat(gone.toUpperCase(Locale.ROOT)).endsWith(draftId.substring(2));

        assertThat(ledger.act(first, "issue")).matches(Answer::isSuccess);
        ledger.bill.done(Call.of("DELETE", ROOT + "invoices/" + gone).header("If-Match", "*"));
        assertThat(ledger.act(second, "issue")).matches(Answer::isSuccess);

        assertThat(value(second)).isEqualTo(value(first) + 1);
        assertThat(ledger.read(second)).containsEntry("draftId", JsonValue.NULL);
    }

    /** Of its number, the last part. */
    private int value(String invoice) {
        String number = ledger.read(invoice).getString("number");
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    @Test
    @DisplayName("is credited whole or in part, never beyond what it came to (S-INV-06)")
    void isCredited() {
        String id = ledger.hundred("{}");
        ledger.act(id, "issue");

        String part = credit(id);
        ledger.lines(part, "{'description':'Half','quantity':1,'unitPrice':50,'taxRate':19}");
        assertThat(ledger.act(part, "issue")).matches(Answer::isSuccess);
        assertThat(ledger.read(part).getString("number")).startsWith("CN-");
        assertThat(amount(ledger.read(id), "open")).isEqualTo("59.50");

        String whole = credit(id);
        assertThat(ledger.act(whole, "issue").problem()).isEqualTo("over-credit");

        ledger.lines(whole, "{'description':'Rest','quantity':1,'unitPrice':50,'taxRate':19}");
        assertThat(ledger.act(whole, "issue")).matches(Answer::isSuccess);
        assertThat(ledger.read(id)).containsEntry("status", text("CREDITED"));
        assertThat(amount(ledger.read(id), "open")).isEqualTo("0.00");
    }

    private String credit(String id) {
        assertThat(ledger.act(id, "credit")).matches(Answer::isSuccess);
        return ledger.bill
                .done(Call.get(ROOT + "invoices").query("filter", "credited==" + id + ";status==DRAFT"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }
}
