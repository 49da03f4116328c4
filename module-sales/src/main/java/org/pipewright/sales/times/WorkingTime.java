package org.pipewright.sales.times;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * How much of a span of time falls into working hours (S-KIND-12).
 *
 * @param zone in which the hours are told
 * @param days on which people work
 * @param from hour at which work begins
 * @param to hour at which work ends, up to 24
 */
public record WorkingTime(ZoneId zone, Set<DayOfWeek> days, int from, int to) {

    private static final int MOST_DAYS = 366 * 20;

    /** Working time between the two moments. */
    public Duration between(Instant start, Instant end) {
        LocalDate last = LocalDate.ofInstant(end, zone);
        Duration total = Duration.ZERO;
        LocalDate day = LocalDate.ofInstant(start, zone);
        for (int passed = 0; !day.isAfter(last) && passed < MOST_DAYS; passed++, day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                total = total.plus(overlap(day, start, end));
            }
        }
        return total;
    }

    /** The moment at which that much working time has passed since the start; the start if nobody ever works. */
    public Instant after(Instant start, Duration working) {
        Duration left = working;
        LocalDate day = LocalDate.ofInstant(start, zone);
        for (int passed = 0; passed < MOST_DAYS; passed++, day = day.plusDays(1)) {
            Instant opens = start.isAfter(at(day, from)) ? start : at(day, from);
            Duration there = days.contains(day.getDayOfWeek()) ? overlap(day, opens, at(day, to)) : Duration.ZERO;
            if (there.compareTo(left) >= 0 && !there.isZero()) {
                return opens.plus(left);
            }
            left = left.minus(there);
        }
        return start;
    }

    private Duration overlap(LocalDate day, Instant start, Instant end) {
        Instant opens = at(day, from);
        Instant shuts = at(day, to);
        Instant first = start.isAfter(opens) ? start : opens;
        Instant last = end.isBefore(shuts) ? end : shuts;
        return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
    }

    private Instant at(LocalDate day, int hour) {
        return hour >= 24
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }
}
