package org.pipewright.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.papers.Enclosure;
import org.pipewright.platform.spi.tenants.Imprint;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is drawn is what was handed over, on every page, for every reader, and from nowhere else (S-PDF-01 to S-PDF-04). */
class PapersTest {

    private static final Map<String, String> TEXTS = Map.of(
            "core.paper.page", "Page",
            "core.paper.of", "of",
            "core.paper.description", "Description");
    private static final Imprint IMPRINT = new Imprint(
            "Acme",
            "Acme Ltd",
            "Street 1",
            "10115",
            "Berlin",
            "DE",
            "DE123456789",
            "HRB 1",
            "",
            "",
            "",
            "DE89370400440532013000",
            "",
            Locale.ENGLISH);
    private static final Enclosure ENCLOSURE = new Enclosure(
            "some.xml",
            "text/xml",
            "<a/>".getBytes(StandardCharsets.UTF_8),
            "Alternative",
            "For programs",
            "<rdf:Description rdf:about=\"\" xmlns:some=\"urn:some#\"><some:Kind>INVOICE</some:Kind></rdf:Description>",
            """
            <rdf:li rdf:parseType="Resource">
              <pdfaSchema:schema>Some schema</pdfaSchema:schema>
              <pdfaSchema:namespaceURI>urn:some#</pdfaSchema:namespaceURI>
              <pdfaSchema:prefix>some</pdfaSchema:prefix>
              <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                <pdfaProperty:name>Kind</pdfaProperty:name>
                <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                <pdfaProperty:category>external</pdfaProperty:category>
                <pdfaProperty:description>What it is</pdfaProperty:description>
              </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li>
            """);

    @BeforeAll
    static void readyToCheck() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void repeatsTheHeadOfTheTableOnEveryPageAndCountsThePages() throws IOException {
        byte[] pdf = drawing().drawn(Drawing.DOCUMENT, "Invoice INV-1", values(200), List.of());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (int page = 1; page <= pages; page++) {
                String text = text(document, page);
                assertThat(text).contains("Page " + page + " of " + pages);
                assertThat(text.contains("Item ")).isEqualTo(text.contains("Description"));
            }
            assertThat(text(document, pages)).contains("Total").contains("€24,690.00");
            String everything = all(document);
            assertThat(IntStream.rangeClosed(1, 200)).allMatch(n -> everything.contains("Item " + n + " "));
        }
    }

    @Test
    void writesAmountsDatesAndNumbersAsTheLanguageHasThem() {
        Money yen = Money.of(new BigDecimal("1234"), "JPY");
        Money dinar = Money.of(new BigDecimal("1234.5"), "KWD");

        assertThat(MergedTemplate.written(Money.of(new BigDecimal("1234.5"), "EUR"), Locale.GERMAN))
                .isEqualTo("1.234,50\u00a0€");
        assertThat(MergedTemplate.written(yen, Locale.ENGLISH))
                .contains("1,234")
                .doesNotContain(".");
        assertThat(MergedTemplate.written(dinar, Locale.ENGLISH)).endsWith("1,234.500");
        assertThat(MergedTemplate.written(LocalDate.of(2025, 1, 31), Locale.GERMAN))
                .isEqualTo("31.01.2025");
        assertThat(MergedTemplate.written(new BigDecimal("0.335"), Locale.GERMAN))
                .isEqualTo("0,335");
    }

    @Test
    void passesTheCheckOfPdfA3WithAndWithoutEnclosures() throws Exception {
        assertThat(failures(drawing().drawn(Drawing.DOCUMENT, "Invoice", values(3), List.of()), PDFAFlavour.PDFA_3_A))
                .isEmpty();
        byte[] enclosing = drawing().drawn(Drawing.DOCUMENT, "Invoice", values(3), List.of(ENCLOSURE));
        assertThat(failures(enclosing, PDFAFlavour.PDFA_3_B)).isEmpty();
        try (PDDocument document = Loader.loadPDF(enclosing)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files.get("some.xml").getEmbeddedFile().toByteArray()).isEqualTo(ENCLOSURE.content());
            assertThat(files.get("some.xml").getCOSObject().getNameAsString("AFRelationship"))
                    .isEqualTo("Alternative");
        }
    }

    @Test
    void reachesNeitherFilesNorTheNetwork(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret");
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        byte[] pdf = drawing()
                .drawn(
                        "<link rel='stylesheet' href='URLa.css'/><style>@import url('URLb.css'); @font-face {font-family: x; src: url('URLf.ttf')} p {background: url('URLd.png'); font-family: x}</style>"
                                        .replace("URL", url)
                                + "<p>kept<img src='" + url + "c.png'/><img src='" + secret.toUri() + "'/></p>"
                                + "<iframe src='" + secret.toUri() + "'></iframe><object data='" + secret.toUri()
                                + "'></object><a href='" + secret.toUri() + "' download='x'>link</a>"
                                + "<script>document.write(1)</script>"
                                + "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>&e;",
                        "Try",
                        Map.of(),
                        List.of());

        server.stop(0);
        assertThat(asked).hasValue(0);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("the-secret");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(all(document)).contains("kept").doesNotContain("the-secret");
            assertThat(document.getDocumentCatalog().getNames() == null
                            || document.getDocumentCatalog().getNames().getEmbeddedFiles() == null)
                    .isTrue();
        }
    }

    @Test
    void findsEntriesOfMapsAndNothingElse() {
        Map<String, Object> values = Map.of("money", Money.of(BigDecimal.ONE, "EUR"), "text", "<b>");

        assertThat(MergedTemplate.of(
                        "{{money.class.name}}{{money.amount}}{{text.bytes}}{{text.length}}|{{text}}",
                        Locale.ENGLISH,
                        values))
                .isEqualTo("|&lt;b&gt;");
        assertThatThrownBy(() -> MergedTemplate.of("{{> /etc/passwd}}", Locale.ENGLISH, values))
                .isInstanceOf(MustacheException.class);
        assertThatThrownBy(() -> MergedTemplate.of("{{#open}}", Locale.ENGLISH, values))
                .isInstanceOf(MustacheException.class);
    }

    private static Drawing drawing() {
        return new Drawing(
                (language, key) -> TEXTS.getOrDefault(key, key),
                Locale.ENGLISH,
                IMPRINT,
                Optional.empty(),
                "Street 1",
                "Acme Ltd\nHRB 1");
    }

    private static Map<String, Object> values(int lines) {
        Money price = Money.of(new BigDecimal("123.45"), "EUR");
        return Map.of(
                "recipient",
                List.of("Ada Byron", "Engines Ltd"),
                "facts",
                List.of(Map.of("label", "Date", "value", LocalDate.of(2025, 6, 1))),
                "lines",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> Map.of(
                                "position",
                                n,
                                "name",
                                "Item " + n,
                                "quantity",
                                BigDecimal.ONE,
                                "unitPrice",
                                price,
                                "net",
                                price))
                        .toList(),
                "sums",
                List.of(Map.of(
                        "label",
                        "Total",
                        "amount",
                        Money.of(new BigDecimal("123.45").multiply(BigDecimal.valueOf(lines)), "EUR"),
                        "strong",
                        true)));
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static String all(PDDocument document) {
        try {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
