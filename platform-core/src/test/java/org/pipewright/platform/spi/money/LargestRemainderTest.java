package org.pipewright.platform.spi.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Parts are rounded")
class LargestRemainderTest {

    @ParameterizedTest(name = "{0} with {1} decimals are {2}")
    @CsvSource({
        "0.335 0.335 0.335, 2, 0.34 0.34 0.33",
        "1 2 3, 2, 1.00 2.00 3.00",
        "33.333 33.333 33.334, 0, 33 33 34",
        "-0.335 -0.335, 2, -0.33 -0.34",
        "0.004, 2, 0.00",
        "12.5 0.5, 0, 13 0",
    })
    @DisplayName("so that they add up to the rounded total")
    void addUp(String parts, int decimals, String rounded) {
        assertThat(LargestRemainder.round(amounts(parts), decimals)).isEqualTo(amounts(rounded));
    }

    private static List<BigDecimal> amounts(String words) {
        return Stream.of(words.split(" ")).map(BigDecimal::new).toList();
    }
}
