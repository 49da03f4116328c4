package org.pipewright.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.documents.Reckoning;
import org.pipewright.platform.spi.documents.TaxRounding;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;

/** A line for a part of a period (S-INV-10). */
@Label("A line for a part of a period")
class ProratedLineTest {

    private static final Tax TAX = Tax.of(TaxCategory.S, new BigDecimal("19"));

    @Property(tries = 500)
    @Label("comes to its part of the whole line, to the cent")
    void comesToItsPart(
            @ForAll("quantities") BigDecimal quantity,
            @ForAll("prices") BigDecimal price,
            @ForAll @IntRange(min = 0, max = 100) int off,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll("currencies") String currency) {
        Reckoning reckoning = new Reckoning(currency, PriceBasis.NET, TaxRounding.DOCUMENT);
        InvoiceLine line = line(quantity, price, BigDecimal.valueOf(off));
        BigDecimal share = BigDecimal.valueOf(days).divide(BigDecimal.valueOf(31), MathContext.DECIMAL128);
        BigDecimal part = Money.rounded(reckoning.amountOf(line.item()).multiply(share), currency)
                .amount();

        line.prorate(share, reckoning);

        assertThat(reckoning.amountOf(line.item())).isEqualByComparingTo(part);
        assertThat(line.unitPrice().orElseThrow().scale()).isLessThanOrEqualTo(4);
    }

    @Example
    @Label("keeps its quantity where the price can tell the part, and is one thing where it cannot")
    void keepsItsQuantity() {
        Reckoning reckoning = new Reckoning("EUR", PriceBasis.NET, TaxRounding.DOCUMENT);
        InvoiceLine few = line(new BigDecimal("3"), new BigDecimal("30"), BigDecimal.ZERO);
        InvoiceLine many = line(new BigDecimal("100000"), new BigDecimal("0.31"), BigDecimal.ZERO);

        few.prorate(new BigDecimal("0.5"), reckoning);
        many.prorate(BigDecimal.ONE.divide(BigDecimal.valueOf(3), MathContext.DECIMAL128), reckoning);

        assertThat(few.quantity()).isEqualByComparingTo("3");
        assertThat(few.unitPrice().orElseThrow()).isEqualByComparingTo("15");
        assertThat(many.quantity()).isEqualByComparingTo("1");
        assertThat(many.unitPrice().orElseThrow()).isEqualByComparingTo("10333.33");
    }

    private static InvoiceLine line(BigDecimal quantity, BigDecimal price, BigDecimal off) {
        return new InvoiceLine(null, new WholeInvoicesTest.Agreed(quantity, price, off, TAX), TAX, 1);
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-20), BigDecimal.valueOf(5000))
                .ofScale(3);
    }

    @Provide
    Arbitrary<BigDecimal> prices() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(20_000))
                .ofScale(4);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD");
    }
}
