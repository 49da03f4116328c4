package org.pipewright.sales.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Demand as a whole (S-DEM-06)")
class FulfilmentTest {

    /** Lines are weight and percent. */
    @ParameterizedTest(name = "{0} are {1} %")
    @CsvSource({
        "100:100 300:50, 62",
        "100:0 300:100, 75",
        "0:100 0:0, 50",
        "0:100 0:0 0:0, 33",
        "100:100 0:0, 50",
        "100:100 300:0 0:100, 50",
        "100:100 100:99, 99",
        "100:100 0:100, 100",
        "50:0, 0"
    })
    @DisplayName("is weighted by amounts; lines without one count by their number")
    void isWeightedByAmounts(String lines, int percent) {
        assertThat(new Fulfilment(Stream.of(lines.split(" "))
                                .map(FulfilmentTest::line)
                                .toList())
                        .percent())
                .hasValue(percent);
    }

    @Test
    @DisplayName("is unknown without lines")
    void isUnknownWithoutLines() {
        assertThat(new Fulfilment(List.of()).percent()).isEmpty();
    }

    private static Fulfilment.Line line(String weightAndPercent) {
        String[] parts = weightAndPercent.split(":");
        return new Fulfilment.Line(new BigDecimal(parts[0]), Integer.parseInt(parts[1]));
    }
}
