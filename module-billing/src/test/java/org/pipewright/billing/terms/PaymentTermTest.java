package org.pipewright.billing.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When invoices are due (S-INV-07). */
class PaymentTermTest {

    @Test
    void countsDaysAcrossMonthsAndYears() {
        assertThat(new PaymentTerm("net", 30).due(LocalDate.of(2024, 12, 15))).isEqualTo(LocalDate.of(2025, 1, 14));
        assertThat(new PaymentTerm("now", 0).due(LocalDate.of(2025, 1, 31))).isEqualTo(LocalDate.of(2025, 1, 31));
    }

    @Test
    void goesOnToTheEndOfTheMonth() {
        assertThat(new PaymentTerm("end of month", 0).untilMonthEnds().due(LocalDate.of(2024, 2, 1)))
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(new PaymentTerm("30 days, end of month", 30).untilMonthEnds().due(LocalDate.of(2025, 1, 31)))
                .isEqualTo(LocalDate.of(2025, 3, 31));
    }

    @Test
    void whatIsDueOnAWeekendIsDueOnTheNextDayOfWork() {
        Set<DayOfWeek> untilFriday = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

        assertThat(DueDates.workdayFrom(LocalDate.of(2026, 11, 21), untilFriday))
                .isEqualTo("2026-11-23");
        assertThat(DueDates.workdayFrom(LocalDate.of(2026, 11, 20), untilFriday))
                .isEqualTo("2026-11-20");
        assertThat(DueDates.workdayFrom(LocalDate.of(2026, 11, 21), Set.of())).isEqualTo("2026-11-21");
    }
}
