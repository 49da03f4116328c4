package org.pipewright.billing.subscriptions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The periods of a subscription. Each begins so many units after one and the same day, never after the one before it: so
 * that what began on 31 January goes on on 28 or 29 February and on 31 March (trap 30).
 *
 * @param anchor a day on which a period begins
 * @param unit what periods are counted in
 * @param every how many units a period has
 * @param time when they are invoiced
 */
record Schedule(LocalDate anchor, PeriodUnit unit, int every, BillingTime time) {

    /** The first day of the period with that place; the one of the anchor has place 0. */
    private LocalDate begin(long place) {
        return unit.after(anchor, place * every);
    }

    /** The place of the period to which the day belongs. */
    private long placeOf(LocalDate day) {
        long place = Math.floorDiv(unit.between(anchor, day), every);
        while (begin(place).isAfter(day)) {
            place--;
        }
        while (!begin(place + 1).isAfter(day)) {
            place++;
        }
        return place;
    }

    /** What is left of the period of the day, from that day on. */
    Segment segment(LocalDate from, Optional<LocalDate> last) {
        long place = placeOf(from);
        LocalDate end = begin(place + 1).minusDays(1);
        LocalDate to = last.filter(end::isAfter).orElse(end);
        long whole = ChronoUnit.DAYS.between(begin(place), end) + 1;
        return new Segment(from, to, whole, time == BillingTime.IN_ADVANCE ? from : to.plusDays(1));
    }

    /** The next one that is invoiced, if there is one. */
    Optional<Segment> next(LocalDate from, Optional<LocalDate> last) {
        return last.filter(from::isAfter).isPresent() ? Optional.empty() : Optional.of(segment(from, last));
    }

    /**
     * All that is to be invoiced by a day, the oldest first.
     *
     * @param from the first day that is not invoiced yet
     * @param last the last one that is charged, if there is one
     * @param most of how many at most is told
     */
    List<Segment> due(LocalDate from, Optional<LocalDate> last, LocalDate by, int most) {
        List<Segment> due = new ArrayList<>();
        Optional<Segment> next = next(from, last);
        while (due.size() < most
                && next.filter(segment -> !segment.dueOn().isAfter(by)).isPresent()) {
            due.add(next.get());
            next = next(next.get().to().plusDays(1), last);
        }
        return due;
    }
}
