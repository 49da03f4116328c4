package org.pipewright.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The periods of a subscription (S-INV-10)")
class ScheduleTest {

    private static final LocalDate FAR = LocalDate.of(2100, 1, 1);

    @ParameterizedTest(name = "{2} {1} from {0}: {3}")
    @CsvSource({
        "2026-01-31, MONTH, 1, 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
        "2028-01-31, MONTH, 1, 2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31",
        "2026-01-30, MONTH, 1, 2026-01-30 2026-02-28 2026-03-30 2026-04-30 2026-05-30",
        "2025-12-31, MONTH, 2, 2025-12-31 2026-02-28 2026-04-30 2026-06-30 2026-08-31",
        "2025-11-30, QUARTER, 1, 2025-11-30 2026-02-28 2026-05-30 2026-08-30 2026-11-30",
        "2024-02-29, YEAR, 1, 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
        "2026-01-31, WEEK, 2, 2026-01-31 2026-02-14 2026-02-28 2026-03-14 2026-03-28",
    })
    @DisplayName("begin so long after the first one, and never drift (trap 30)")
    void neverDrift(LocalDate start, PeriodUnit unit, int every, String begins) {
        Schedule schedule = new Schedule(start, unit, every, BillingTime.IN_ADVANCE);

        assertThat(schedule.due(start, Optional.empty(), FAR, 5))
                .allMatch(Segment::isWhole)
                .map(segment -> segment.from().toString())
                .containsExactly(begins.split(" "));
    }

    @Test
    @DisplayName("are invoiced on their first day, or on the day after their last one")
    void areInvoicedBeforeOrAfter() {
        LocalDate start = LocalDate.of(2026, 1, 31);

        assertThat(dueOn(start, BillingTime.IN_ADVANCE)).isEqualTo("2026-01-31");
        assertThat(dueOn(start, BillingTime.IN_ARREARS)).isEqualTo("2026-02-28");
    }

    private static String dueOn(LocalDate start, BillingTime time) {
        return new Schedule(start, PeriodUnit.MONTH, 1, time)
                .segment(start, Optional.empty())
                .dueOn()
                .toString();
    }

    @Test
    @DisplayName("are charged by their days where they are cut off")
    void costByTheirDays() {
        Schedule calendar = new Schedule(LocalDate.of(2020, 1, 1), PeriodUnit.MONTH, 1, BillingTime.IN_ADVANCE);

        Segment first = calendar.segment(LocalDate.of(2026, 1, 22), Optional.empty());
        Segment last = calendar.segment(LocalDate.of(2026, 2, 1), Optional.of(LocalDate.of(2026, 2, 7)));

        assertThat(first.days() + " of " + first.whole()).isEqualTo("10 of 31");
        assertThat(last.share()).isEqualByComparingTo("0.25");
        assertThat(calendar.next(LocalDate.of(2026, 2, 8), Optional.of(LocalDate.of(2026, 2, 7))))
                .isEmpty();
    }

    @Test
    @DisplayName("are told up to a day and no more than so many")
    void areTold() {
        LocalDate start = LocalDate.of(2026, 1, 31);
        Schedule schedule = new Schedule(start, PeriodUnit.MONTH, 1, BillingTime.IN_ADVANCE);

        assertThat(schedule.due(start, Optional.empty(), LocalDate.of(2026, 3, 30), 9))
                .hasSize(2);
        assertThat(schedule.due(start, Optional.empty(), LocalDate.of(2026, 3, 31), 9))
                .hasSize(3);
        assertThat(schedule.due(start, Optional.empty(), FAR, 4)).hasSize(4);
    }

    @Property(tries = 500)
    @Label("cover each day once, wherever one begins to count")
    void coverEachDayOnce(
            @ForAll PeriodUnit unit,
            @ForAll @IntRange(min = 1, max = 7) int every,
            @ForAll @IntRange(min = -3000, max = 3000) int offset,
            @ForAll @IntRange(min = 0, max = 800) int length) {
        LocalDate start = LocalDate.of(2026, 1, 31);
        LocalDate last = start.plusDays(length);
        Schedule schedule = new Schedule(start.plusDays(offset), unit, every, BillingTime.IN_ARREARS);

        LocalDate expected = start;
        BigDecimal shares = BigDecimal.ZERO;
        for (Segment segment : schedule.due(start, Optional.of(last), FAR, 2000)) {
            assertThat(segment.from()).isEqualTo(expected);
            assertThat(segment.days()).isPositive().isLessThanOrEqualTo(segment.whole());
            shares = shares.add(segment.share().multiply(BigDecimal.valueOf(segment.whole())));
            expected = segment.to().plusDays(1);
        }

        assertThat(expected).isEqualTo(last.plusDays(1));
        assertThat(shares.setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo(String.valueOf(length + 1));
    }
}
