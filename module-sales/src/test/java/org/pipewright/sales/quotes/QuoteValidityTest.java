package org.pipewright.sales.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A quote (S-QUO-10)")
class QuoteValidityTest {

    private final Quote quote = new Quote();

    @ParameterizedTest(name = "at {1} in {0}: over {2}")
    @CsvSource({
        "Europe/Berlin, 2026-03-31T21:59:59Z, false",
        "Europe/Berlin, 2026-03-31T22:00:00Z, true",
        "America/New_York, 2026-03-31T22:00:00Z, false",
        "America/New_York, 2026-04-01T03:59:59Z, false",
        "America/New_York, 2026-04-01T04:00:00Z, true",
        "Pacific/Kiritimati, 2026-03-31T10:00:00Z, true",
    })
    @DisplayName("is over with its last day where the organisation is")
    void isOverAtMidnight(ZoneId there, Instant moment, boolean over) {
        quote.extend(LocalDate.of(2026, 3, 31), "Asked for");

        assertThat(quote.isOverAt(moment, there)).isEqualTo(over);
    }
}
