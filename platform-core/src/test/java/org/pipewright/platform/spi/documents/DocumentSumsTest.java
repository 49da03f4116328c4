package org.pipewright.platform.spi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRow;

/** What holds for the sums of every document. */
class DocumentSumsTest {

    @Property(tries = 500)
    void sumsFitTogether(
            @ForAll("reckonings") Reckoning reckoning,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("items") DocumentItem> items,
            @ForAll("discounts") Discount discount) {
        DocumentSums sums = reckoning.sums(items, discount);

        assertThat(sums.net().add(sums.tax())).isEqualTo(sums.total());
        assertThat(sums.total().add(sums.rounding())).isEqualTo(sums.payable());
        assertThat(sums.lines().subtract(sums.discount())).isEqualTo(sums.net());
        assertThat(counted(items, sums)).isEqualByComparingTo(sums.lines());
        assertThat(total(sums, TaxRow::base)).isEqualByComparingTo(sums.net());
        assertThat(total(sums, TaxRow::amount)).isEqualByComparingTo(sums.tax());
        assertThat(sums.payable().scale()).isEqualTo(Money.decimals(reckoning.currency()));
    }

    @Property(tries = 300)
    void taxIsTheRateOfItsBaseWhereRoundedOnce(
            @ForAll PriceBasis prices, @ForAll @Size(max = 12) List<@net.jqwik.api.From("items") DocumentItem> items) {
        DocumentSums sums = new Reckoning("EUR", prices, TaxRounding.DOCUMENT).sums(items, Discount.NONE);

        assertThat(sums.taxes().rows())
                .allSatisfy(row -> assertThat(row.amount())
                        .isEqualTo(row.base().multiply(row.tax().share()).setScale(2, RoundingMode.HALF_UP)));
    }

    @Property(tries = 300)
    void exactlyThePricesArePaidWhereTheyIncludeTax(
            @ForAll TaxRounding rounding,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("items") DocumentItem> items) {
        Reckoning reckoning = new Reckoning("EUR", PriceBasis.GROSS, rounding);

        BigDecimal asked = items.stream()
                .filter(DocumentItem::counted)
                .map(reckoning::amountOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(reckoning.sums(items, Discount.NONE).payable()).isEqualByComparingTo(asked);
    }

    private static BigDecimal counted(List<DocumentItem> items, DocumentSums sums) {
        BigDecimal counted = BigDecimal.ZERO;
        for (int i = 0; i < items.size(); i++) {
            counted = items.get(i).counted() ? counted.add(sums.items().get(i)) : counted;
        }
        return counted;
    }

    private static BigDecimal total(DocumentSums sums, java.util.function.Function<TaxRow, BigDecimal> value) {
        return sums.taxes().rows().stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Provide
    Arbitrary<Reckoning> reckonings() {
        return Combinators.combine(
                        Arbitraries.of("EUR", "JPY", "KWD"),
                        Arbitraries.of(PriceBasis.class),
                        Arbitraries.of(TaxRounding.class))
                .as(Reckoning::new);
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return Combinators.combine(decimals(0, 100, 2), decimals(0, 50, 2)).as(Discount::new);
    }

    @Provide
    Arbitrary<DocumentItem> items() {
        Arbitrary<Tax> taxes = Arbitraries.of(
                Tax.of(TaxCategory.S, new BigDecimal("19")),
                Tax.of(TaxCategory.S, new BigDecimal("7")),
                Tax.of(TaxCategory.Z, BigDecimal.ZERO));
        return Combinators.combine(
                        decimals(-20, 500, 3),
                        decimals(0, 2000, 4),
                        decimals(0, 100, 2),
                        taxes,
                        Arbitraries.of(true, false))
                .as(DocumentItem::new);
    }

    private static Arbitrary<BigDecimal> decimals(int from, int to, int scale) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(from), BigDecimal.valueOf(to))
                .ofScale(scale);
    }
}
