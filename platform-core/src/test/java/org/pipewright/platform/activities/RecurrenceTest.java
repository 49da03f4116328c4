package org.pipewright.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-21, 2026-11-21, 2026-11-22",
        "WEEKLY, 2026-11-21, 2026-11-21, 2026-11-28",
        "WEEKLY, 2026-11-21, 2026-11-30, 2026-12-05",
        "MONTHLY, 2026-01-31, 2026-01-31, 2026-02-28",
        "MONTHLY, 2026-01-31, 2026-02-28, 2026-03-31",
        "YEARLY, 2024-02-29, 2024-02-29, 2025-02-28",
        "YEARLY, 2024-02-29, 2027-02-28, 2028-02-29",
    })
    void countsEachFromTheFirst(Recurrence repeats, LocalDate first, LocalDate day, LocalDate next) {
        assertThat(repeats.after(day, first)).isEqualTo(next);
    }
}
