package org.pipewright.platform.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.spi.modules.NumberSeries.Reset;

@DisplayName("A pattern of numbers")
class NumberPatternTest {

    private static final int APRIL = 4;

    @ParameterizedTest(name = "{0} by {1} makes {4} of {3} on {2}, in the period {5}")
    @CsvSource({
        "Q-{year}-{number:3}, YEAR, 2025-03-09, 43, Q-2025-043, 2025",
        "ORD-{number}, NEVER, 2025-03-09, 34324, ORD-34324, ''",
        "INV-{year}-{number}, YEAR, 2025-12-31, 102, INV-2025-102, 2025",
        "{yy}{month}/{number:2}, MONTH, 2025-03-09, 7, 2503/07, 2025-03",
        "Q{year}-{number}, FISCAL_YEAR, 2025-03-31, 1, Q2024-1, 2024",
        "Q{year}-{number}, FISCAL_YEAR, 2025-04-01, 1, Q2025-1, 2025",
        "Q-{number:3}, NEVER, 2025-04-01, 1234, Q-1234, ''",
    })
    @DisplayName("writes a number and reads it back")
    void writesAndReads(String text, Reset reset, LocalDate day, long value, String number, String period) {
        NumberPattern pattern = new NumberPattern(text, reset, APRIL);

        assertThat(pattern.problem()).isEmpty();
        assertThat(pattern.write(day, value)).isEqualTo(number);
        assertThat(pattern.period(day)).isEqualTo(period);
        assertThat(pattern.read(number)).contains(new NumberPattern.Reading(period, value));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "Q-{year}, YEAR, number-once",
        "Q-{number}-{number}, NEVER, number-once",
        "Q-{number}, YEAR, number-period",
        "Q-{year}-{number}, MONTH, number-period",
        "Q-{month}-{number}, MONTH, number-period",
        "Q-{day}-{number}, NEVER, number-pattern",
        "Q'{number}, NEVER, number-pattern",
        "A very long pattern of more than forty signs {number}, NEVER, too-long",
    })
    @DisplayName("is refused where numbers could come twice")
    void isRefused(String text, Reset reset, String problem) {
        assertThat(new NumberPattern(text, reset, APRIL).problem()).contains(problem);
    }

    @ParameterizedTest(name = "{1} by {0}")
    @CsvSource({"Q-{year}-{number:3}, ORD-12", "Q-{year}-{number:3}, Q-25-012", "{year}-{year}-{number}, 2025-2024-1"})
    @DisplayName("does not read what it could not have written")
    void doesNotReadOthers(String text, String number) {
        assertThat(new NumberPattern(text, Reset.YEAR, 1).read(number)).isEmpty();
    }
}
