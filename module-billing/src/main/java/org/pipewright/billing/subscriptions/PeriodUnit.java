package org.pipewright.billing.subscriptions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What periods are counted in. */
enum PeriodUnit {
    WEEK(ChronoUnit.WEEKS, 1),
    MONTH(ChronoUnit.MONTHS, 1),
    QUARTER(ChronoUnit.MONTHS, 3),
    YEAR(ChronoUnit.MONTHS, 12);

    private final ChronoUnit basis;
    private final int size;

    PeriodUnit(ChronoUnit basis, int size) {
        this.basis = basis;
        this.size = size;
    }

    /** The day so many of it after another one; the last of a month where that has no such day. */
    LocalDate after(LocalDate day, long many) {
        return day.plus(many * size, basis);
    }

    /** About how many of it lie between two days. */
    long between(LocalDate day, LocalDate later) {
        return Math.floorDiv(basis.between(day, later), size);
    }
}
