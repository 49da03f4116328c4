package org.pipewright.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoiceRules;
import org.pipewright.billing.einvoices.EInvoices;
import org.pipewright.billing.einvoices.Finding;
import org.pipewright.billing.einvoices.Syntax;
import org.pipewright.platform.spi.documents.Discount;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.GivenReckoning;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.documents.Reckoning;
import org.pipewright.platform.spi.documents.TaxRounding;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.tenants.Imprint;

/**
 * What stands on an invoice, and in its e-invoice and tax entries, obeys the rules of calculation of EN 16931, whatever its
 * lines, discounts, categories and currency are (S-EINV-05). What follows from the numbers on it is reckoned anew here.
 */
@Label("A whole invoice")
class WholeInvoicesTest {

    private static final int PERCENT = 2;

    @Property(tries = 1000)
    @Label("comes to what EN 16931 says")
    void comesToWhatTheStandardSays(
            @ForAll("reckonings") Reckoning reckoning,
            @ForAll @Size(min = 1, max = 15) List<@From("lines") Agreed> agreed,
            @ForAll("discounts") Discount discount) {
        Sheet sheet = sheet(reckoning, agreed, discount);
        EInvoice invoice = sheet.eInvoice();
        EInvoice.Totals totals = invoice.totals();

        assertThat(totals.lines()).as("BR-CO-10").isEqualByComparingTo(sum(invoice.lines(), EInvoice.Line::net));
        assertThat(totals.allowances())
                .as("BR-CO-11")
                .isEqualByComparingTo(sum(invoice.allowances(), EInvoice.Allowance::amount));
        assertThat(totals.net())
                .as("BR-CO-13")
                .isEqualByComparingTo(totals.lines().subtract(totals.allowances()));
        assertThat(totals.tax()).as("BR-CO-14").isEqualByComparingTo(sum(invoice.taxes(), EInvoice.Tax::amount));
        assertThat(totals.gross())
                .as("BR-CO-15")
                .isEqualByComparingTo(totals.net().add(totals.tax()));
        assertThat(totals.payable())
                .as("BR-CO-16")
                .isEqualByComparingTo(totals.gross().subtract(totals.prepaid()).add(totals.rounding()));
        assertThat(invoice.taxes()).as("BR-CO-18").isNotEmpty();
        assertThat(invoice.taxes().stream().map(EInvoice.Tax::tax)).doesNotHaveDuplicates();
        invoice.taxes().forEach(tax -> {
            assertThat(tax.base()).as("BR-S-08 and those like it").isEqualByComparingTo(base(invoice, tax));
            assertTax(tax, reckoning, lines(invoice, tax));
        });
        assertThat(decimals(invoice)).allMatch(places -> places <= Money.decimals(reckoning.currency()));
    }

    @Property(tries = 200)
    @Label("has lines that come to their price, quantity and discount")
    void hasLinesThatComeToTheirPrice(
            @ForAll("reckonings") Reckoning reckoning,
            @ForAll @Size(min = 1, max = 15) List<@From("lines") Agreed> agreed) {
        sheet(reckoning, agreed, Discount.NONE)
                .eInvoice()
                .lines()
                .forEach(line -> assertThat(Money.rounded(line.quantity().multiply(line.price()), reckoning.currency())
                                .amount()
                                .subtract(line.discount()))
                        .isEqualByComparingTo(line.net()));
    }

    @Property(tries = 200)
    @Label("has tax entries that add up to its net and its tax")
    void hasTaxEntries(
            @ForAll("reckonings") Reckoning reckoning,
            @ForAll @Size(min = 1, max = 15) List<@From("lines") Agreed> agreed,
            @ForAll("discounts") Discount discount) {
        Sheet sheet = sheet(reckoning, agreed, discount);

        assertThat(sum(sheet.taxes(), entry -> entry.tax().amount()))
                .isEqualByComparingTo(sheet.sums().tax());
        assertThat(sum(sheet.taxes(), entry -> entry.base().amount()))
                .isEqualByComparingTo(sheet.sums().net());
    }

    @Property(tries = 12)
    @Label("breaks none of the official rules of calculation")
    void breaksNoRule(
            @ForAll("withTwoDecimals") Reckoning reckoning,
            @ForAll @Size(min = 1, max = 6) List<@From("lines") Agreed> agreed,
            @ForAll("discounts") Discount discount) {
        EInvoice invoice = sheet(reckoning, agreed, discount).eInvoice();

        Stream.of(Syntax.values())
                .forEach(syntax -> assertThat(
                                E_INVOICES.written(invoice, syntax, EInvoiceRules.EN16931).findings().stream()
                                        .map(Finding::rule))
                        .noneMatch(WholeInvoicesTest::isOfCalculation));
    }

    private static final EInvoices E_INVOICES = new EInvoices();

    private static boolean isOfCalculation(String rule) {
        return rule.matches("BR-CO-(10|11|13|14|15|16|17|18)|BR-(S|Z|E)-0[89]|BR-DEC-.*");
    }

    /** Rounded by line, each of them may be half a unit off. */
    private static void assertTax(EInvoice.Tax tax, Reckoning reckoning, long lines) {
        BigDecimal exact =
                tax.base().multiply(tax.tax().rate().orElse(BigDecimal.ZERO)).movePointLeft(PERCENT);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(Money.decimals(reckoning.currency()));
        if (reckoning.rounding() == TaxRounding.DOCUMENT) {
            assertThat(tax.amount())
                    .as("BR-CO-17")
                    .isEqualByComparingTo(exact.setScale(Money.decimals(reckoning.currency()), RoundingMode.HALF_UP));
        } else {
            assertThat(tax.amount().subtract(exact).abs())
                    .as("BR-CO-17")
                    .isLessThanOrEqualTo(unit.multiply(BigDecimal.valueOf(lines)));
        }
    }

    private static long lines(EInvoice invoice, EInvoice.Tax tax) {
        return invoice.lines().stream()
                .filter(line -> line.tax().equals(tax.tax()))
                .count();
    }

    private static BigDecimal base(EInvoice invoice, EInvoice.Tax tax) {
        return sum(
                        invoice.lines().stream()
                                .filter(line -> line.tax().equals(tax.tax()))
                                .toList(),
                        EInvoice.Line::net)
                .subtract(sum(
                        invoice.allowances().stream()
                                .filter(allowance -> allowance.tax().equals(tax.tax()))
                                .toList(),
                        EInvoice.Allowance::amount));
    }

    private static Stream<Integer> decimals(EInvoice invoice) {
        EInvoice.Totals totals = invoice.totals();
        return Stream.concat(
                        Stream.of(totals.lines(), totals.net(), totals.tax(), totals.gross(), totals.payable()),
                        invoice.taxes().stream().flatMap(tax -> Stream.of(tax.base(), tax.amount())))
                .map(amount -> amount.stripTrailingZeros().scale());
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> amount) {
        return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Sheet sheet(Reckoning reckoning, List<Agreed> agreed, Discount discount) {
        Invoice invoice = GivenReckoning.to(new Invoice(), reckoning);
        invoice.discountedBy(discount);
        invoice.dated(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        List<InvoiceLine> lines = IntStream.range(0, agreed.size())
                .mapToObj(i -> new InvoiceLine(null, agreed.get(i), agreed.get(i).taxed, i + 1))
                .toList();
        return new Sheet(
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
                        "",
                        "",
                        "",
                        "",
                        Locale.ENGLISH),
                account(),
                Optional.empty(),
                "Within 30 days",
                List.of(),
                "Discount",
                Map.of());
    }

    private static JsonObject account() {
        return Json.createObjectBuilder()
                .add("name", "Engines")
                .addNull("legalName")
                .addNull("taxNumber")
                .addNull("addresses")
                .addNull("emails")
                .build();
    }

    /** What is on a line. */
    static final class Agreed extends DocumentLine {

        private final Tax taxed;

        Agreed(BigDecimal quantity, BigDecimal price, BigDecimal off, Tax tax) {
            super("Something", null, quantity, price, off);
            taxed = tax;
            standAt(1);
        }

        @Override
        public UUID document() {
            return null;
        }

        @Override
        public String toString() {
            return quantity() + " x " + unitPrice().orElseThrow() + " - "
                    + discount().orElseThrow() + " % " + taxed;
        }
    }

    @Provide
    Arbitrary<Reckoning> reckonings() {
        return reckonings("EUR", "JPY", "KWD", "USD");
    }

    @Provide
    Arbitrary<Reckoning> withTwoDecimals() {
        return reckonings("EUR", "USD").filter(reckoning -> reckoning.rounding() == TaxRounding.DOCUMENT);
    }

    private static Arbitrary<Reckoning> reckonings(String... currencies) {
        return Combinators.combine(
                        Arbitraries.of(currencies), Arbitraries.of(PriceBasis.class), Arbitraries.of(TaxRounding.class))
                .as(Reckoning::new);
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.just(BigDecimal.ZERO), decimals(0, 100, 2)),
                        Arbitraries.oneOf(Arbitraries.just(BigDecimal.ZERO), decimals(0, 40, 0)))
                .as(Discount::new);
    }

    @Provide
    Arbitrary<Agreed> lines() {
        Arbitrary<Tax> taxes = Arbitraries.of(
                Tax.of(TaxCategory.S, new BigDecimal("19")),
                Tax.of(TaxCategory.S, new BigDecimal("7")),
                Tax.of(TaxCategory.S, new BigDecimal("2.1")),
                Tax.of(TaxCategory.Z, BigDecimal.ZERO),
                new Tax(TaxCategory.E, BigDecimal.ZERO, Optional.of("Section 4")));
        return Combinators.combine(
                        Arbitraries.oneOf(decimals(-20, 500, 3), decimals(-3, 9, 0)),
                        Arbitraries.oneOf(decimals(0, 2000, 4), decimals(0, 900, 2)),
                        Arbitraries.oneOf(Arbitraries.just(BigDecimal.ZERO), decimals(0, 100, 2)),
                        taxes)
                .as(Agreed::new);
    }

    private static Arbitrary<BigDecimal> decimals(int from, int to, int scale) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(from), BigDecimal.valueOf(to))
                .ofScale(scale);
    }
}
