package org.pipewright.platform.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pipewright.platform.spi.activities.ActivityForm;

class ActivityStatusTest {

    /** Every move there is, by form; what is not written here is refused. */
    private static final String MOVES = """
            TASK NOT_STARTED IN_PROGRESS,DEFERRED,DONE,CANCELLED
            TASK IN_PROGRESS DEFERRED,DONE,CANCELLED
            TASK DEFERRED NOT_STARTED,IN_PROGRESS,DONE,CANCELLED
            TASK DONE NOT_STARTED
            TASK CANCELLED NOT_STARTED
            CALL PLANNED DEFERRED,HELD,NOT_HELD,CANCELLED
            CALL DEFERRED PLANNED,HELD,NOT_HELD,CANCELLED
            CALL HELD PLANNED
            CALL NOT_HELD PLANNED
            CALL CANCELLED PLANNED
            EMAIL PLANNED DEFERRED,DONE,CANCELLED
            EMAIL DEFERRED PLANNED,DONE,CANCELLED
            EMAIL DONE PLANNED
            EMAIL CANCELLED PLANNED
            """;

    static Stream<Arguments> moves() {
        return MOVES.lines().map(line -> line.split(" ")).map(cells -> Arguments.of(cells[0], cells[1], cells[2]));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @MethodSource("moves")
    void movesAsTheTableSaysAndNoOtherWay(ActivityForm form, ActivityStatus from, String next) {
        List<ActivityStatus> allowed =
                Arrays.stream(next.split(",")).map(ActivityStatus::valueOf).toList();

        for (ActivityStatus to : ActivityStatus.values()) {
            assertThat(from.mayBecome(to, form)).as("%s", to).isEqualTo(allowed.contains(to));
        }
    }

    @Test
    void standsOnlyInStatesOfItsForm() {
        assertThat(Arrays.stream(ActivityStatus.values()).filter(status -> status.fits(ActivityForm.MEETING)))
                .containsExactly(
                        ActivityStatus.PLANNED,
                        ActivityStatus.DEFERRED,
                        ActivityStatus.HELD,
                        ActivityStatus.NOT_HELD,
                        ActivityStatus.CANCELLED);
        assertThat(Arrays.stream(ActivityStatus.values()).filter(status -> status.fits(ActivityForm.NOTE)))
                .containsExactly(
                        ActivityStatus.PLANNED, ActivityStatus.DEFERRED, ActivityStatus.DONE, ActivityStatus.CANCELLED);
    }

    @Test
    void isOpenUntilItIsOverOneWayOrTheOther() {
        assertThat(Arrays.stream(ActivityStatus.values()).filter(ActivityStatus::isOpen))
                .containsExactly(
                        ActivityStatus.NOT_STARTED,
                        ActivityStatus.IN_PROGRESS,
                        ActivityStatus.PLANNED,
                        ActivityStatus.DEFERRED);
    }
}
