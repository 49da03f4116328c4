package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@DisplayName("A self-billed invoice")
class SelfBillingIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    private final Ledger ledger = new Ledger();
    private final Supplies supplies = new Supplies(ledger);

    @BeforeAll
    static void readyToCheck() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN16931", "XRECHNUNG", "PEPPOL"})
    @DisplayName("is issued in the supplier's name by the rules of every form, and says what it is (S-EINV-06)")
    void isIssuedInTheSuppliersName(String form) throws Exception {
        supplies.agree("'agreedOn':'2020-01-01'");
        String id =
                supplies.hundred("{'eInvoice':'" + form + "','buyerReference':'04011000-12345-34','language':'DE'}");

        assertThat(supplies.act(id, "issue")).matches(Answer::isSuccess);

        JsonObject issued = supplies.read(id);
        assertThat(issued.getString("number")).startsWith("SB-");
        assertThat(issued.getString("seller")).startsWith("Hof ").contains("Potsdam");
        assertThat(issued.getString("buyer")).startsWith("Acme Incorporated");
        assertThat(amount(issued, "open")).isEqualTo("119.00");
        String xml = new String(supplies.file(id, ".xml"), StandardCharsets.UTF_8);
        assertThat(xml).contains("<cbc:InvoiceTypeCode>389<").contains("DE02120300000000202051");
        assertThat(xml.indexOf("DE811907980"))
                .isBetween(xml.indexOf("<cac:AccountingSupplierParty"), xml.indexOf("<cac:AccountingCustomerParty"));
        assertThat(xml.indexOf("DE123456789")).isGreaterThan(xml.indexOf("<cac:AccountingCustomerParty"));
        byte[] pdf = supplies.file(id, ".pdf");
        assertThat(failures(pdf)).isEmpty();
        assertThat(words(pdf))
                .contains("Gutschrift " + issued.getString("number"))
                .contains("im Namen des Leistenden")
                .contains("DE811907980");
    }

    @Test
    @DisplayName("is refused without an agreement and a tax number of the supplier, and takes no number (S-EINV-06)")
    void needsAgreementAndTaxNumber() {
        String id = supplies.hundred(supplies.supplier(""), "{}");

        Answer refused = supplies.act(id, "issue");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactlyInAnyOrder("supplier.taxNumber", "agreement");
        assertThat(supplies.read(id).getString("status")).isEqualTo("DRAFT");
        assertThat(supplies.read(id).isNull("number")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, , true", "-9, 0, true", "-9, , true", "-9, -1, false", "1, , false"})
    @DisplayName("needs an agreement that holds on the day of issue (S-EINV-06)")
    void needsOneThatHolds(int from, Integer to, boolean holds) {
        supplies.agree("'agreedOn':'" + TODAY.plusDays(from) + "'"
                + (to == null ? "" : ",'endsOn':'" + TODAY.plusDays(to) + "'"));

        Answer answer = supplies.act(supplies.hundred("{}"), "issue");

        assertThat(answer.isSuccess()).isEqualTo(holds);
        assertThat(holds ? List.of() : answer.fields()).isEqualTo(holds ? List.of() : List.of("agreement"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XRECHNUNG", "XRECHNUNG_CII", "PEPPOL"})
    @DisplayName(
            "has the form of e-invoice that the supplier's account names, and is held against its rules (S-EINV-03)")
    void keepsToTheFormOfTheSupplier(String form) throws Exception {
        supplies.agree("'agreedOn':'2020-01-01'");
        ledger.anna.done(Call.of("PATCH", ROOT + "accounts/" + supplies.supplier)
                .with(Ledger.json("{'eInvoice':'" + form + "'}"))
                .header("If-Match", "*"));
        String id = supplies.hundred("{}");
        String other = supplies.hundred("{'eInvoice':'NONE'}");
        assertThat(supplies.read(id).getString("eInvoice")).isEqualTo(form);
        assertThat(supplies.read(other).getString("eInvoice")).isEqualTo("NONE");

        assertThat(supplies.act(id, "issue").fields()).containsExactly("buyerReference");
        ledger.bill.done(Call.of("PATCH", ROOT + "self-billed-invoices/" + id)
                .with(Ledger.json("{'buyerReference':'04011000-12345-34'}"))
                .header("If-Match", "*"));
        assertThat(supplies.act(id, "issue")).matches(Answer::isSuccess);

        String to = form.toLowerCase(Locale.ROOT) + System.nanoTime() + "@supplier.example";
        assertThat(supplies.act(id, "send", "{'to':'" + to + "'}")).matches(Answer::isSuccess);
        RunningProduct.eventually(
                "it is mailed", () -> !RunningProduct.get().mailsTo(to).isEmpty());
        String number = supplies.read(id).getString("number");
        assertThat(RunningProduct.get().mailsTo(to).getJsonObject(0).getJsonArray("attachments"))
                .hasToString("[\"" + number + ".pdf\",\"" + number + ".xml\"]");
        assertThat(new String(supplies.file(id, ".xml"), StandardCharsets.UTF_8))
                .contains(form.equals("PEPPOL") ? "poacc:selfbilling:3.0" : "xrechnung_3.0", "389");
    }

    @Test
    @DisplayName("names what an e-invoice lacks with the field of the right side (S-EINV-04)")
    void namesTheRightSide() {
        String nowhere = made(ledger.anna, "accounts", "{'name':'Hof NAME','taxNumber':'DE811907980'}");
        made(ledger.bill, "self-billing-agreements", "{'supplier':'" + nowhere + "','agreedOn':'2020-01-01'}");

        Answer refused = supplies.act(supplies.hundred(nowhere, "{'eInvoice':'XRECHNUNG'}"), "issue");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("e-invoice");
        assertThat(refused.fields())
                .contains("supplier.addresses", "supplier.phones", "agreement.iban", "buyerReference");
    }

    @Test
    @DisplayName("stays as it is once issued, and so does what was agreed (S-INV-04)")
    void stays() {
        String id = supplies.issued();
        String agreement = supplies.read(id).getJsonObject("agreement").getString("id");
        Call change = Call.of("PATCH", Supplies.INVOICES + id).with(json("{'note':'Later'}"));

        assertThat(ledger.bill.send(change.header("If-Match", "*")).problem()).isEqualTo("issued");
        assertThat(supplies.lines(id).problem()).isEqualTo("issued");
        assertThat(ledger.bill
                        .send(Call.of("DELETE", Supplies.INVOICES + id).header("If-Match", "*"))
                        .problem())
                .isEqualTo("issued");
        for (String what : List.of("{'endsOn':'2020-01-02'}", "{'agreedOn':'" + TODAY.plusDays(1) + "'}")) {
            assertThat(changed(agreement, what).problem()).as(what).isEqualTo("agreement-used");
        }
        assertThat(changed(agreement, "{'endsOn':'2019-12-31'}").fields()).containsExactly("endsOn");
        assertThat(changed(agreement, "{'endsOn':'" + TODAY + "'}")).matches(Answer::isSuccess);
        assertThat(ledger.bill
                        .send(Call.of("DELETE", ROOT + "self-billing-agreements/" + agreement)
                                .header("If-Match", "*"))
                        .problem())
                .isEqualTo("agreement-used");
    }

    private Answer changed(String agreement, String what) {
        return ledger.bill.send(Call.of("PATCH", ROOT + "self-billing-agreements/" + agreement)
                .with(json(what))
                .header("If-Match", "*"));
    }

    @Test
    @DisplayName("is paid by money that goes out, and never by more than it came to")
    void isPaid() {
        String id = supplies.issued();
        assertThat(supplies.read(id).getString("paymentStatus")).isEqualTo("UNPAID");

        assertThat(supplies.pay(id, "19")).matches(Answer::isSuccess);
        assertThat(supplies.read(id).getString("paymentStatus")).isEqualTo("PARTLY_PAID");
        assertThat(supplies.pay(id, "100.01").problem()).isEqualTo("over-allocation");
        assertThat(supplies.pay(id, "0.001").fields()).containsExactly("amount");
        assertThat(supplies.pay(id, "100")).matches(Answer::isSuccess);

        assertThat(supplies.read(id).getString("paymentStatus")).isEqualTo("PAID");
        assertThat(supplies.read(id).getString("paidOn")).isEqualTo(TODAY.toString());
        assertThat(supplies.parts(id, "self-billed-payments")).hasSize(2);
        assertThat(supplies.save(id, "self-billed-payments")).matches(Answer::isSuccess);
        assertThat(amount(supplies.read(id), "open")).isEqualTo("119.00");
        assertThat(supplies.read(id).isNull("paidOn")).isTrue();
    }

    @Test
    @DisplayName("is taken back by credit notes of their own series, which leave what was paid to be given back")
    void isCredited() {
        String id = supplies.issued();
        supplies.pay(id, "100");
        String part = supplies.credit(id);
        assertThat(ledger.bill
                        .send(Call.of("PATCH", Supplies.INVOICES + part)
                                .with(json("{'supplier':'" + ledger.account + "','eInvoice':'EN16931'}"))
                                .header("If-Match", "*"))
                        .fields())
                .containsExactly("supplier");
        ledger.bill.done(Call.of("PATCH", Supplies.INVOICES + part)
                .with(json("{'eInvoice':'EN16931'}"))
                .header("If-Match", "*"));
        supplies.lines(part, "{'description':'Sour milk','quantity':50,'unitPrice':1,'taxRate':19}");
        String rest = supplies.credit(id);

        assertThat(supplies.act(part, "issue")).matches(Answer::isSuccess);
        assertThat(supplies.act(rest, "issue").problem()).isEqualTo("over-credit");

        assertThat(supplies.read(part).getString("number")).startsWith("SC-");
        String xml = new String(supplies.file(part, ".xml"), StandardCharsets.UTF_8);
        assertThat(xml)
                .contains("<cbc:CreditNoteTypeCode>261<")
                .contains(supplies.read(id).getString("number"));
        assertThat(amount(supplies.read(id), "open")).isEqualTo("0.00");
        assertThat(amount(supplies.read(part), "open")).isEqualTo("40.50");
        assertThat(taxes(part)).containsExactly("S 19 DE -50.00 -9.50");
        assertThat(supplies.pay(part, "40.50")).matches(Answer::isSuccess);
        supplies.lines(rest, "{'description':'Milk','quantity':50,'unitPrice':1,'taxRate':19}");
        assertThat(supplies.act(rest, "issue")).matches(Answer::isSuccess);
        assertThat(supplies.read(id).getString("status")).isEqualTo("CREDITED");
    }

    /** Everything that tells or sums what customers owe, with the filter by which it would find the supplier. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "invoices, account",
        "invoice-lines, invoice.account",
        "instalments, invoice.account",
        "dunning-notices, invoice.account",
        "tax-entries, invoice.account",
        "tax-receipts, invoice.account",
        "payments, account",
        "allocations, payment.account",
        "credit-settlements, invoice.account",
        "ledger-differences, invoice.account",
        "subscriptions, account"
    })
    @DisplayName("is nothing that customers owe or pay")
    void isNothingThatCustomersOwe(String path, String account) {
        String id = supplies.issued();
        supplies.pay(id, "19");
        ledger.pass("billing.self_billed_invoice set due_on = '2020-01-01' where id", id);

        assertThat(supplies.read(id).getString("paymentStatus")).isEqualTo("OVERDUE");
        assertThat(supplies.listed(path, account + "==" + supplies.supplier)).isEmpty();
    }

    @Test
    @DisplayName("stands on no statement and in no ledger of customers, and the check of the books agrees")
    void standsOnNoStatement() {
        String id = supplies.issued();
        supplies.pay(id, "19");
        supplies.act(supplies.credit(id), "issue");

        String statement = made(ledger.bill, "statements", "{'account':'" + supplies.supplier + "'}");
        String check = made(ledger.bill, "ledger-checks", "{}");

        JsonObject told = ledger.bill.read(ROOT + "statements/" + statement);
        assertThat(List.of(amount(told, "opening"), amount(told, "closing"))).containsExactly("0.00", "0.00");
        assertThat(ledger.bill
                        .read(ROOT + "statements/" + statement + "/statement-lines")
                        .getJsonArray("items"))
                .isEmpty();
        assertThat(ledger.bill
                        .read(ROOT + "ledger-checks/" + check + "/ledger-differences")
                        .toString())
                .doesNotContain(supplies.read(id).getString("number"));
    }

    @Test
    @DisplayName("tells input tax, apart from the tax that customers pay (S-TAX-07)")
    void tellsInputTax() {
        String id = supplies.issued();

        assertThat(taxes(id)).containsExactly("S 19 DE 100.00 19.00");
    }

    private List<String> taxes(String invoice) {
        return supplies.parts(invoice, "self-billed-taxes").stream()
                .map(tax -> Stream.of(
                                tax.getString("code"),
                                tax.getString("country"),
                                amount(tax, "base"),
                                amount(tax, "tax"))
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow())
                .toList();
    }

    @Test
    @DisplayName("goes to the supplier by mail, with its PDF and no link to pay")
    void goesToTheSupplier() {
        String id = supplies.issued();

        assertThat(ledger.bill.read(Supplies.INVOICES + id + "/send").getString("to"))
                .isEqualTo("hof@example.org");
        assertThat(supplies.act(id, "send", "{'to':'hof@example.org'}")).matches(Answer::isSuccess);

        assertThat(supplies.read(id).getString("sentTo")).isEqualTo("hof@example.org");
    }

    private static List<String> failures(byte[] pdf) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_B, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(assertion -> assertion.getRuleId() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static String words(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
