package org.pipewright.sales.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The margin of a quote (S-QUO-20)")
class MarginTest {

    @ParameterizedTest(name = "{1} of {0} leaves {2}, {3} %")
    @CsvSource({"100, 60, 40, 40.00", "90, 60, 30, 33.33", "50, 80, -30, -60.00", "100, 0, 100, 100.00"})
    @DisplayName("is what remains of the price")
    void isWhatRemains(BigDecimal price, BigDecimal cost, BigDecimal left, BigDecimal percent) {
        Margin margin = new Margin(price, Optional.of(cost));

        assertThat(margin.amount()).contains(left);
        assertThat(margin.percent()).contains(percent);
    }

    @Test
    @DisplayName("is unknown while costs are, and no share of nothing")
    void isUnknown() {
        assertThat(new Margin(BigDecimal.TEN, Optional.empty()).percent()).isEmpty();
        assertThat(new Margin(BigDecimal.ZERO, Optional.of(BigDecimal.ONE)).percent())
                .isEmpty();
    }
}
