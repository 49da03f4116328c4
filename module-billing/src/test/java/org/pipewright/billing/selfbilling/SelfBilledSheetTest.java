package org.pipewright.billing.selfbilling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoiceRules;
import org.pipewright.billing.einvoices.EInvoices;
import org.pipewright.billing.einvoices.Finding;
import org.pipewright.billing.einvoices.Syntax;
import org.pipewright.billing.sheets.AccountOnPaper;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.GivenReckoning;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.documents.Reckoning;
import org.pipewright.platform.spi.documents.TaxRounding;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.tenants.Imprint;

/** On what the buyer writes, the supplier sells and the organisation buys (S-EINV-06). */
class SelfBilledSheetTest {

    private static final String VAT = "DE811907980";
    private static final String OTHER = "12/345/67890";
    private static final String SUPPLIER = """
            {"name": "Farm", "legalName": "Farm Ltd", "taxNumber": "%s",
             "addresses": [{"street": "Field 1", "postalCode": "14467", "city": "Potsdam", "country": "DE"}],
             "emails": [{"value": "farm@example.org"}], "phones": [{"value": "+49 331 1"}]}
            """;

    @Test
    void theSupplierSellsAndTheOrganisationBuys() {
        EInvoice invoice = sheet(OTHER).eInvoice();

        assertThat(invoice.type().code()).isEqualTo("389");
        assertThat(invoice.seller())
                .extracting(Party::name, Party::taxNumber, Party::vatId, Party::address)
                .containsExactly("Farm Ltd", "12/345/67890", "", "farm@example.org");
        assertThat(invoice.seller().contact())
                .isEqualTo(new EInvoice.Contact("Farm Ltd", "+49 331 1", "farm@example.org"));
        assertThat(invoice.buyer())
                .extracting(Party::name, Party::vatId, Party::taxNumber, Party::address)
                .containsExactly("Acme", "DE123456789", "", "billing@acme.example");
        assertThat(invoice.totals().payable()).isEqualByComparingTo("119.00");
        assertThat(invoice.payment().means()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void obeysTheRulesAndAsksGermanAuthoritiesForAnAccount(Syntax syntax) {
        EInvoice invoice = sheet(VAT).eInvoice();

        assertThat(new EInvoices()
                        .written(invoice, syntax, EInvoiceRules.EN16931)
                        .findings())
                .isEmpty();
        assertThat(new EInvoices()
                        .written(invoice, syntax, EInvoiceRules.XRECHNUNG).findings().stream()
                                .map(Finding::rule))
                .containsExactlyInAnyOrder("BR-DE-1", "BR-DE-15");
        assertThat(new EInvoices()
                        .written(sheet(OTHER).eInvoice(), syntax, EInvoiceRules.EN16931).findings().stream()
                                .map(Finding::rule))
                .containsExactly("BR-CO-26");
    }

    @Test
    void inputTaxIsThatOfTheLines() {
        assertThat(sheet(VAT).taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.base().amount()).isEqualByComparingTo("100");
            assertThat(tax.tax().amount()).isEqualByComparingTo("19");
        });
    }

    private static SelfBilledSheet sheet(String taxNumber) {
        SelfBilledInvoice invoice =
                GivenReckoning.to(new SelfBilledInvoice(), new Reckoning("EUR", PriceBasis.NET, TaxRounding.DOCUMENT));
        invoice.dated(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        invoice.numbered("SB-2026-001");
        List<Milk> lines = List.of(new Milk());
        return new SelfBilledSheet(
                invoice,
                lines,
                invoice.sums(lines),
                new Imprint(
                        "Acme",
                        "Acme",
                        "Street 1",
                        "10115",
                        "Berlin",
                        "DE",
                        "DE123456789",
                        "",
                        "",
                        "billing@acme.example",
                        "",
                        "DE89370400440532013000",
                        "",
                        Locale.ENGLISH),
                new AccountOnPaper(Json.createReader(new StringReader(SUPPLIER.formatted(taxNumber)))
                        .readObject()),
                new SelfBillingAgreement(),
                Optional.empty(),
                "Within 30 days",
                "Discount",
                Map.of());
    }

    /** What the supplier delivered. */
    private static final class Milk extends DocumentLine {

        Milk() {
            super("Milk", null, BigDecimal.TEN, BigDecimal.TEN, null);
            taxed(Tax.of(TaxCategory.S, new BigDecimal("19")));
            standAt(1);
        }

        @Override
        public UUID document() {
            return null;
        }
    }
}
