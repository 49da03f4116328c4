package org.pipewright.sales.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The 27th of March 2026 is a Friday; summer time begins on the Sunday. */
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-03-27T10:00, 2026-03-27T12:30, PT2H30M",
        "2026-03-27T16:00, 2026-03-30T10:00, PT2H",
        "2026-03-27T00:00, 2026-03-27T23:59, PT8H",
        "2026-03-28T09:00, 2026-03-29T17:00, PT0S",
        "2026-03-23T09:00, 2026-03-30T09:00, PT40H"
    })
    void countsWorkingHoursOnly(LocalDateTime from, LocalDateTime to, Duration expected) {
        WorkingTime hours = new WorkingTime(BERLIN, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9, 17);

        assertThat(hours.between(
                        from.atZone(BERLIN).toInstant(), to.atZone(BERLIN).toInstant()))
                .isEqualTo(expected);
    }

    /** The 27th of March 2026 is a Friday. */
    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource({
        "2026-03-27T10:00, PT2H30M, 2026-03-27T12:30",
        "2026-03-27T16:00, PT8H, 2026-03-30T16:00",
        "2026-03-28T11:00, PT8H, 2026-03-30T17:00",
        "2026-03-27T20:00, PT0S, 2026-03-30T09:00"
    })
    void findsTheMomentAfterSoMuchWorkingTime(LocalDateTime from, Duration working, LocalDateTime expected) {
        WorkingTime hours = new WorkingTime(BERLIN, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9, 17);

        assertThat(hours.after(from.atZone(BERLIN).toInstant(), working))
                .isEqualTo(expected.atZone(BERLIN).toInstant());
    }

    /** To be answered within eight hours and nine hours old: late, though a night and a weekend do not count (S-LEAD-20). */
    @Test
    void isLateAtNineWorkingHoursOfEight() {
        WorkingTime hours = new WorkingTime(BERLIN, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9, 17);
        Instant came = LocalDateTime.parse("2026-03-27T16:00").atZone(BERLIN).toInstant();
        Instant seven = LocalDateTime.parse("2026-03-30T15:00").atZone(BERLIN).toInstant();
        Instant nine = LocalDateTime.parse("2026-03-30T17:00").atZone(BERLIN).toInstant();

        assertThat(hours.between(came, seven)).isEqualTo(Duration.ofHours(7));
        assertThat(hours.between(came, nine)).isEqualTo(Duration.ofHours(9));
        assertThat(hours.after(came, Duration.ofHours(8))).isBetween(seven, nine);
    }

    /** The 27th of March 2026 is a Friday. */
    @Test
    void countsTheDaysOnWhichPeopleWork() {
        WorkingTime hours = new WorkingTime(BERLIN, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), 9, 17);
        LocalDateTime friday = LocalDateTime.parse("2026-03-27T09:00");

        assertThat(hours.between(
                        friday.atZone(BERLIN).toInstant(),
                        friday.plusDays(3).atZone(BERLIN).toInstant()))
                .isEqualTo(Duration.ofHours(16));
    }
}
