package org.pipewright.sales.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A line of demand (S-DEM-06)")
class MetTest {

    @ParameterizedTest(name = "{1} of {0} are {2} %")
    @CsvSource({
        "4, 2, 50",
        "4, 0, 0",
        "4, 4, 100",
        "3, 1, 33",
        "3, 2, 66",
        "1000, 999.9, 99",
        "4, 5, 100",
        "4, -1, 0",
        "0.5, 0.25, 50",
        "0, 0, 0",
        "0, 1, 100",
        ", 0, 0",
        ", 0.1, 100"
    })
    @DisplayName("is met by the share of what was asked for, and wholly only by all of it")
    void isMetByItsShare(BigDecimal asked, BigDecimal supplied, int percent) {
        assertThat(new Met(Optional.ofNullable(asked), supplied).percent()).isEqualTo(percent);
    }
}
