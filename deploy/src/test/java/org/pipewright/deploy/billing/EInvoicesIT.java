package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Document;

/**
 * Issued invoices of every category of tax, with discounts, credit notes and currencies of all sorts. The product issues
 * none that breaks a rule of EN 16931, so what is issued obeys them; here paper and record are held against it.
 */
@DisplayName("What is issued as an e-invoice")
class EInvoicesIT {

    private static final String EXEMPT = "'exemption':'Reason told'";

    private final Ledger ledger = new Ledger();

    @BeforeAll
    static void readyToCheck() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> invoices() {
        return Stream.of(
                invoice("one rate", "{}", line("4", "150", "S", "19")),
                invoice("two rates", "{}", line("1", "99.99", "S", "19"), line("3", "9.35", "S", "7")),
                invoice("fractions", "{}", line("3", "0.335", "S", "19"), line("1.75", "120", "S", "19")),
                invoice("discount on a line", "{}", "{" + body("7", "19.99", "S", "19") + ",'discount':12.5}"),
                invoice(
                        "discount on the whole",
                        "{'discountPercent':5}",
                        line("1", "80", "S", "19"),
                        line("2", "19.99", "S", "7")),
                invoice(
                        "an amount off",
                        "{'discountAmount':10}",
                        line("1", "80", "S", "19"),
                        line("1", "20", "Z", "0")),
                invoice("prices with tax", "{'prices':'GROSS'}", line("3", "11.90", "S", "19")),
                invoice("zero rated", "{}", line("1", "100", "Z", "0")),
                invoice("exempt", "{}", exempt("E")),
                invoice("reverse charge", "{}", exempt("AE")),
                invoice("inside the Union", "{}", exempt("K")),
                invoice("export", "{}", exempt("G")),
                invoice("rates and exemption", "{}", line("1", "80", "S", "19"), exempt("E")),
                invoice("yen", "{'currency':'JPY'}", line("3", "333", "S", "10")),
                invoice("dollars", "{'currency':'USD'}", line("3", "33.33", "S", "19")),
                invoice("dinars", "{'currency':'KWD'}", line("3", "100.100", "S", "10")));
    }

    private static Arguments invoice(String name, String more, String... lines) {
        return Arguments.of(name, more, List.of(lines));
    }

    private static String line(String quantity, String price, String category, String rate) {
        return "{" + body(quantity, price, category, rate) + "}";
    }

    private static String exempt(String category) {
        return "{" + body("1", "100", category, "0") + "," + EXEMPT + "}";
    }

    private static String body(String quantity, String price, String category, String rate) {
        return "'description':'Item','quantity':" + quantity + ",'unitPrice':" + price + ",'taxCategory':'" + category
                + "','taxRate':" + rate;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoices")
    @DisplayName("says the same on paper, for programs and in the record (S-EINV-02, S-EINV-05, S-PDF-04)")
    void saysTheSameEverywhere(String name, String more, List<String> lines) throws Exception {
        ledger.offer("KWD");
        String id = ledger.draft(with(more));
        assertThat(ledger.lines(id, lines.toArray(String[]::new))).matches(Answer::isSuccess);

        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);

        isTheSameEverywhere(id);
    }

    @Test
    @DisplayName("is said for part of a credit too (S-EINV-01, S-INV-06)")
    void isSaidForCredits() throws Exception {
        String id = ledger.draft(with("{}"));
        ledger.lines(id, line("3", "33.33", "S", "19"));
        ledger.act(id, "issue");
        ledger.act(id, "credit");
        String note = ledger.listed("credited==" + id).get(0);
        ledger.lines(note, line("0.5", "33.33", "S", "19"));

        assertThat(ledger.act(note, "issue")).matches(Answer::isSuccess);

        isTheSameEverywhere(note);
    }

    @Test
    @DisplayName("names the one in whose place it stands, once that was taken back (S-EINV-06)")
    void namesTheOneInWhosePlaceItStands() throws Exception {
        String wrong = ledger.draft(with("{'subject':'Advice of May'}"));
        ledger.lines(wrong, line("3", "33.33", "S", "19"));
        ledger.act(wrong, "issue");
        assertThat(ledger.act(wrong, "correct").status()).isEqualTo(409);
        ledger.bill.done(Call.post(ROOT + "invoices/" + wrong + "/cancel", json("{'reason':'Two and not three'}")));

        assertThat(ledger.act(wrong, "correct")).matches(Answer::isSuccess);

        String right = ledger.listed("corrects==" + wrong).get(0);
        assertThat(ledger.read(right).getString("subject")).isEqualTo("Advice of May");
        ledger.lines(right, line("2", "33.33", "S", "19"));
        assertThat(ledger.act(right, "issue")).matches(Answer::isSuccess);
        isTheSameEverywhere(right);
        Document ubl = document(ledger.content(right, ledger.file(right, ".xml").getString("id")));
        assertThat(ubl.getElementsByTagNameNS("*", "InvoiceTypeCode").item(0).getTextContent())
                .isEqualTo("384");
        assertThat(ubl.getElementsByTagNameNS("*", "InvoiceDocumentReference")
                        .item(0)
                        .getTextContent())
                .contains(ledger.read(wrong).getString("number"));
    }

    @Test
    @DisplayName("is addressed on the Peppol network by numbers of tax (S-EINV-03)")
    void isAddressedOnPeppol() {
        String id = ledger.hundred("{'eInvoice':'PEPPOL','buyerReference':'Ada'}");

        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);

        assertThat(new String(ledger.content(id, ledger.file(id, ".xml").getString("id")), StandardCharsets.UTF_8))
                .contains("schemeID=\"9930\">DE123456789<")
                .contains("schemeID=\"9957\">FR12345678901<");
    }

    @Test
    @DisplayName("has the form, the reference and the address its customer wants, and goes with the paper (S-EINV-03)")
    void isAsTheCustomerWantsIt() {
        Answer half = want("{'electronicAddress':'991-12345-06'}");
        ledger.anna.done(wanting("{'eInvoice':'XRECHNUNG_CII'}"));
        String unreferred = ledger.hundred("{}");
        Answer refused = ledger.act(unreferred, "issue");
        ledger.anna.done(wanting("{'buyerReference':'991-12345-06','electronicAddress':'991-12345-06',"
                + "'electronicScheme':'LEITWEG_ID'}"));
        String id = ledger.hundred("{}");
        assertThat(ledger.act(id, "issue")).matches(Answer::isSuccess);
        String to = "e" + UUID.randomUUID().toString().substring(0, 8) + "@customer.example";
        ledger.bill.done(Call.post(ROOT + "invoices/" + id + "/send", json("{'to':'" + to + "','message':'Here'}")));

        assertThat(half.fields()).containsExactly("electronicScheme");
        assertThat(refused.fields()).contains("buyerReference");
        assertThat(ledger.read(id).getString("eInvoice")).isEqualTo("XRECHNUNG_CII");
        assertThat(ledger.read(id).getString("buyerReference")).isEqualTo("991-12345-06");
        assertThat(new String(ledger.content(id, ledger.file(id, ".xml").getString("id")), StandardCharsets.UTF_8))
                .contains("CrossIndustryInvoice", "schemeID=\"0204\">991-12345-06<");
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "the invoice is mailed", () -> !product.mailsTo(to).isEmpty());
        String number = ledger.read(id).getString("number");
        assertThat(product.mailsTo(to)
                        .getJsonObject(0)
                        .getJsonArray("attachments")
                        .toString())
                .isEqualTo("[\"" + number + ".pdf\",\"" + number + ".xml\"]");
    }

    private Answer want(String wishes) {
        return ledger.anna.send(wanting(wishes));
    }

    private Call wanting(String wishes) {
        return Call.of("PATCH", ROOT + "accounts/" + ledger.account)
                .with(json(wishes))
                .header("If-Match", "*");
    }

    @Test
    @DisplayName("is refused in a currency whose amounts need a third decimal, with the rule named (S-EINV-04)")
    void needsTwoDecimals() {
        ledger.offer("KWD");
        String id = ledger.draft(with("{'currency':'KWD'}"));
        ledger.lines(id, line("1", "100.125", "S", "10"));

        Answer refused = ledger.act(id, "issue");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.toString()).contains("\"br-dec-19\"");
        assertThat(ledger.read(id).getString("status")).isEqualTo("DRAFT");
    }

    @Test
    @DisplayName("outside the scope of VAT needs no tax number of anybody (S-TAX-06)")
    void needsNoTaxNumberOutsideTheScope() throws Exception {
        JsonObject profile = json("{'taxNumber':'12/345/67890','registrationNumber':'HRB 1'}");
        ledger.anna.done(Call.of("PATCH", ROOT + "organisation").with(profile).header("If-Match", "*"));
        String consumer = Ledger.made(
                ledger.anna,
                "accounts",
                "{'name':'Ada NAME','addresses':[{'street':'Street 3','postalCode':'10117','city':'Berlin',"
                        + "'country':'DE'}]}");
        String id = ledger.bill
                .done(Call.post(
                        ROOT + "invoices",
                        Json.createObjectBuilder(json("{'eInvoice':'EN16931'}"))
                                .add("account", consumer)
                                .build()))
                .json()
                .getString("id");
        ledger.lines(id, exempt("O"));

        Answer issued = ledger.act(id, "issue");
        ledger.anna.done(Call.of("PATCH", ROOT + "organisation")
                .with(json("{'taxNumber':'DE123456789'}"))
                .header("If-Match", "*"));

        assertThat(issued).matches(Answer::isSuccess);
        isTheSameEverywhere(id);
    }

    @Test
    @DisplayName("tells units by their codes, on paper by their names, and is refused where one has none (S-EINV-08)")
    void tellsUnitsByTheirCodes() throws Exception {
        String unit = Ledger.made(ledger.anna, "units", "{'name':'Case NAME'}");
        String product = Ledger.made(ledger.anna, "products", "{'name':'Milk NAME','unit':'" + unit + "'}");
        ledger.anna.done(Call.put(ROOT + "translations/de/" + unit, json("{'text':'Sechserkiste'}")));
        String id = ledger.draft(with("{'language':'DE'}"));
        ledger.lines(
                id, line("1", "80", "S", "19"), "{" + body("6", "10", "S", "19") + ",'product':'" + product + "'}");

        Answer refused = ledger.act(id, "issue");
        ledger.anna.done(Call.of("PATCH", ROOT + "units/" + unit)
                .with(json("{'code':'XCS'}"))
                .header("If-Match", "*"));
        Answer issued = ledger.act(id, "issue");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("items[1].unit");
        assertThat(issued).matches(Answer::isSuccess);
        assertThat(new String(ledger.content(id, ledger.file(id, ".xml").getString("id")), StandardCharsets.UTF_8))
                .contains("unitCode=\"C62\"", "unitCode=\"XCS\"");
        assertThat(text(ledger.content(id, ledger.file(id, ".pdf").getString("id"))))
                .contains("Sechserkiste");
        isTheSameEverywhere(id);
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String with(String more) {
        return Json.createObjectBuilder(json(more))
                .add("eInvoice", "EN16931")
                .build()
                .toString();
    }

    private void isTheSameEverywhere(String id) throws Exception {
        JsonObject invoice = ledger.read(id);
        byte[] pdf = ledger.content(id, ledger.file(id, ".pdf").getString("id"));
        assertThat(failures(pdf)).isEmpty();
        Document cii = document(embedded(pdf));
        Document ubl = document(ledger.content(id, ledger.file(id, ".xml").getString("id")));
        for (String[] row : List.of(
                new String[] {"payable", "DuePayableAmount", "PayableAmount"},
                new String[] {"total", "GrandTotalAmount", "TaxInclusiveAmount"},
                new String[] {"net", "TaxBasisTotalAmount", "TaxExclusiveAmount"},
                new String[] {"linesTotal", "LineTotalAmount", "LineExtensionAmount"})) {
            BigDecimal kept = new BigDecimal(amount(invoice, row[0]));
            assertThat(last(cii, row[1])).as(row[1]).isEqualByComparingTo(kept);
            assertThat(first(ubl, row[2])).as(row[2]).isEqualByComparingTo(kept);
        }
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

    private static byte[] embedded(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("factur-x.xml")
                    .getEmbeddedFile()
                    .toByteArray();
        }
    }

    private static Document document(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    /** In CII the sums of the document come after those of the lines. */
    private static BigDecimal last(Document document, String name) {
        var found = document.getElementsByTagNameNS("*", name);
        return new BigDecimal(found.item(found.getLength() - 1).getTextContent());
    }

    /** In UBL they come before. */
    private static BigDecimal first(Document document, String name) {
        return new BigDecimal(document.getElementsByTagNameNS("*", name).item(0).getTextContent());
    }
}
