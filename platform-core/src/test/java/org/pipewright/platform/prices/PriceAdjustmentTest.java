package org.pipewright.platform.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An adjustment of prices")
class PriceAdjustmentTest {

    @ParameterizedTest(name = "{0} changed by {1} % and {2}, ending {3}, is {4}")
    @CsvSource({
        "100, -10, , NINETY_NINE, 89.99",
        "100, , -0.50, EXACT, 99.50",
        "100, -10, 5, WHOLE, 95.00",
        "101.48, , , WHOLE, 101.00",
        "101.49, , , NINETY_NINE, 101.99",
        "33.333, 10, , EXACT, 36.67",
        "0.30, , , NINETY_NINE, 0.30",
        "0.30, , , WHOLE, 0.30",
        "10, -100, , EXACT, 0.00",
        "10, , -20, NINETY_FIVE, 0.00",
        "12.30, , , HALF, 12.50"
    })
    void changesAPrice(
            BigDecimal price, BigDecimal percent, BigDecimal amount, PriceEnding ending, BigDecimal expected) {
        PriceAdjustment adjustment = new PriceAdjustment(null, percent, amount, ending);

        assertThat(adjustment.applied(price, 2)).isEqualTo(expected);
    }

    @Test
    @DisplayName("ends in nothing where the currency has no decimals")
    void endsInNothingWithoutDecimals() {
        PriceAdjustment adjustment = new PriceAdjustment(null, new BigDecimal("-10"), null, PriceEnding.NINETY_NINE);

        assertThat(adjustment.applied(new BigDecimal("1234"), 0)).isEqualTo("1111");
    }

    @Test
    @DisplayName("is for its category, however it is written, and for all if it names none")
    void isForItsCategory() {
        assertThat(new PriceAdjustment("GTX", null, null, PriceEnding.WHOLE).fits("gtx", BigDecimal.ONE))
                .isTrue();
        assertThat(new PriceAdjustment("GTX", null, null, PriceEnding.WHOLE).fits("MG", BigDecimal.ONE))
                .isFalse();
        assertThat(new PriceAdjustment(null, null, null, PriceEnding.WHOLE).fits("", BigDecimal.ONE))
                .isTrue();
    }

    @Property(tries = 300)
    void endsWithinHalfOfOneOfWhatIsReckoned(
            @ForAll @BigRange(min = "1", max = "100000") @Scale(4) BigDecimal price, @ForAll PriceEnding ending) {
        BigDecimal applied = new PriceAdjustment(null, null, null, ending).applied(price, 2);

        assertThat(applied.subtract(price).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
    }
}
