package org.pipewright.platform.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.criteria.Criteria.Clock;

/** Today is the organisation's day, wherever the server stands (S-I18N-03, S-I18N-05). */
class RelativeDaysTest {

    private static Clock at(String instant, String zone) {
        ZoneId place = ZoneId.of(zone);
        return new Clock(LocalDate.ofInstant(Instant.parse(instant), place), place);
    }

    @ParameterizedTest(name = "{0} in {1}: {2} ends {3}")
    @CsvSource({
        // One moment, two days: noon UTC on the last of June.
        "2026-06-30T12:00:00Z, Pacific/Auckland,    today,     2026-07-01T12:00:00Z",
        "2026-06-30T12:00:00Z, America/Los_Angeles, today,     2026-07-01T07:00:00Z",
        "2026-06-30T23:30:00Z, Europe/Berlin,       today,     2026-07-01T22:00:00Z",
        "2026-06-30T23:30:00Z, UTC,                 today,     2026-07-01T00:00:00Z",
        // The day of 23 hours and the day of 25.
        "2026-03-29T10:00:00Z, Europe/Berlin,       today,     2026-03-29T22:00:00Z",
        "2026-10-25T10:00:00Z, Europe/Berlin,       today,     2026-10-25T23:00:00Z",
        "2026-03-28T10:00:00Z, Europe/Berlin,       today+1d,  2026-03-29T22:00:00Z",
        "2026-11-01T20:00:00Z, America/Los_Angeles, today,     2026-11-02T08:00:00Z",
        // Months and years keep to the calendar.
        "2026-03-31T10:00:00Z, Europe/Berlin,       today-1m,  2026-02-28T23:00:00Z",
        "2028-02-29T10:00:00Z, Europe/Berlin,       today+1y,  2029-02-28T23:00:00Z"
    })
    void endsWhereTheOrganisationsDayEnds(String now, String zone, String day, String end) {
        assertThat(Values.endOfDay(day, at(now, zone))).isEqualTo(Instant.parse(end));
    }
}
