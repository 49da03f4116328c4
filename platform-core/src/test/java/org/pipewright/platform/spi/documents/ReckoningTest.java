package org.pipewright.platform.spi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.platform.spi.documents.PriceBasis.GROSS;
import static org.pipewright.platform.spi.documents.PriceBasis.NET;
import static org.pipewright.platform.spi.documents.TaxRounding.DOCUMENT;
import static org.pipewright.platform.spi.documents.TaxRounding.LINE;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRow;

@DisplayName("A document is reckoned")
class ReckoningTest {

    private static final Tax STANDARD = Tax.of(TaxCategory.S, new BigDecimal("19"));
    private static final Tax REDUCED = Tax.of(TaxCategory.S, new BigDecimal("7.0"));
    private static final Tax REVERSED =
            new Tax(TaxCategory.AE, BigDecimal.ZERO, java.util.Optional.of("Reverse charge"));

    @ParameterizedTest(name = "{0} times {1} {2} less {3} % and {4} % and {5}, {6} with tax by {7}")
    @CsvSource({
        // quantity, price, currency, line %, document %, amount, prices, rounding: net, tax, total, rounding, payable
        "10, 9.99, EUR, 5, 0, 10.00, NET, DOCUMENT, 84.91, 16.13, 101.04, 0.00, 101.04",
        "3, 0.335, EUR, 0, 0, 0, NET, DOCUMENT, 1.01, 0.19, 1.20, 0.00, 1.20",
        "3, 9.99, EUR, 0, 0, 0, GROSS, DOCUMENT, 25.18, 4.78, 29.96, 0.01, 29.97",
        "3, 9.99, EUR, 0, 0, 0, GROSS, LINE, 25.18, 4.79, 29.97, 0.00, 29.97",
        "1, 119.00, EUR, 0, 0, 0, GROSS, DOCUMENT, 100.00, 19.00, 119.00, 0.00, 119.00",
        "3, 333.4, JPY, 0, 0, 0, NET, DOCUMENT, 1000, 190, 1190, 0, 1190",
        "3, 0.3335, KWD, 0, 0, 0, NET, DOCUMENT, 1.001, 0.190, 1.191, 0.000, 1.191",
        "1, 100, EUR, 0, 10, 5, NET, DOCUMENT, 85.00, 16.15, 101.15, 0.00, 101.15",
        "-2, 50, EUR, 0, 0, 0, NET, DOCUMENT, -100.00, -19.00, -119.00, 0.00, -119.00",
        "0, 50, EUR, 0, 0, 20, NET, DOCUMENT, 0.00, 0.00, 0.00, 0.00, 0.00",
    })
    @DisplayName("half up, to the decimals of its currency")
    void isReckoned(
            String quantity,
            String price,
            String currency,
            String lineDiscount,
            String percent,
            String off,
            PriceBasis prices,
            TaxRounding rounding,
            String net,
            String tax,
            String total,
            String left,
            String payable) {
        DocumentItem item = new DocumentItem(
                new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(lineDiscount), STANDARD, true);

        DocumentSums sums = new Reckoning(currency, prices, rounding)
                .sums(List.of(item), new Discount(new BigDecimal(percent), new BigDecimal(off)));

        assertThat(Stream.of(sums.net(), sums.tax(), sums.total(), sums.rounding(), sums.payable()))
                .map(BigDecimal::toPlainString)
                .containsExactly(net, tax, total, left, payable);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"DOCUMENT, 0.19", "LINE, 0.18"})
    @DisplayName("with tax rounded once, or for each line")
    void roundsTaxOnceOrForEachLine(TaxRounding rounding, BigDecimal tax) {
        List<DocumentItem> items = Collections.nCopies(3, item("1", "0.335", STANDARD));

        DocumentSums sums = new Reckoning("EUR", NET, rounding).sums(items, Discount.NONE);

        assertThat(sums.net()).isEqualTo(new BigDecimal("1.02"));
        assertThat(sums.tax()).isEqualTo(tax);
    }

    @Test
    @DisplayName("by category and rate, with the discount spread over all lines")
    void breaksTaxDown() {
        List<DocumentItem> items = List.of(
                item("1", "100", STANDARD),
                item("2", "25", REDUCED),
                item("1", "50", REVERSED),
                item("1", "100", Tax.of(TaxCategory.S, new BigDecimal("19.00"))));

        DocumentSums sums =
                new Reckoning("EUR", NET, DOCUMENT).sums(items, new Discount(BigDecimal.ZERO, new BigDecimal("10.00")));

        assertThat(sums.taxes().rows())
                .extracting(
                        row -> row.tax().category(),
                        row -> row.tax().rate().toPlainString(),
                        TaxRow::base,
                        TaxRow::amount)
                .containsExactly(
                        row(TaxCategory.S, "19", "193.34", "36.73"),
                        row(TaxCategory.S, "7", "48.33", "3.38"),
                        row(TaxCategory.AE, "0", "48.33", "0.00"));
        assertThat(sums.discount()).isEqualTo(new BigDecimal("10.00"));
        assertThat(sums.taxes().rows().get(2).tax().exemption()).contains("Reverse charge");
    }

    @Test
    @DisplayName("without optional lines nobody chose")
    void leavesOutWhatDoesNotCount() {
        DocumentItem optional =
                new DocumentItem(BigDecimal.TEN, new BigDecimal("11.90"), BigDecimal.ZERO, STANDARD, false);

        DocumentSums sums = new Reckoning("EUR", GROSS, DOCUMENT)
                .sums(List.of(optional, item("1", "119", STANDARD)), Discount.NONE);

        assertThat(sums.payable()).isEqualTo(new BigDecimal("119.00"));
        assertThat(sums.items()).containsExactly(new BigDecimal("100.00"), new BigDecimal("100.00"));
    }

    @Test
    @DisplayName("and its breakdown outlives the database")
    void keepsItsBreakdown() {
        var taxes = new Reckoning("EUR", NET, LINE)
                .sums(List.of(item("1", "100", STANDARD), item("1", "50", REVERSED)), Discount.NONE)
                .taxes();

        assertThat(org.pipewright.platform.spi.taxes.TaxBreakdown.ofJson(taxes.toString()))
                .isEqualTo(taxes);
        assertThat(taxes.inWords()).isEqualTo("S 19 %: 100.00 + 19.00; AE 0 %: 50.00 + 0.00");
    }

    private static org.assertj.core.groups.Tuple row(TaxCategory category, String rate, String base, String tax) {
        return org.assertj.core.groups.Tuple.tuple(category, rate, new BigDecimal(base), new BigDecimal(tax));
    }

    private static DocumentItem item(String quantity, String price, Tax tax) {
        return new DocumentItem(new BigDecimal(quantity), new BigDecimal(price), BigDecimal.ZERO, tax, true);
    }
}
