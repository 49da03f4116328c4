package org.pipewright.platform.activities;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;

/** How often an activity comes again. */
public enum Recurrence {
    DAILY(ChronoUnit.DAYS),
    WEEKLY(ChronoUnit.WEEKS),
    MONTHLY(ChronoUnit.MONTHS),
    YEARLY(ChronoUnit.YEARS);

    private final ChronoUnit step;

    Recurrence(ChronoUnit step) {
        this.step = step;
    }

    /**
     * The first day of the series after another one. Each is counted from the first, so that what began on the 31st of a
     * month comes on the last day of a short one and on the 31st again after it.
     */
    LocalDate after(LocalDate day, LocalDate first) {
        long passed = Math.max(0, step.between(first, day));
        return LongStream.iterate(passed, n -> n + 1)
                .mapToObj(n -> first.plus(n, step))
                .filter(next -> next.isAfter(day))
                .findFirst()
                .orElseThrow();
    }
}
