package org.pipewright.territories.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A territory plan (S-TERR-08)")
class PlanStepTest {

    @ParameterizedTest(name = "that is {0} can take {1}")
    @CsvSource({
        "PLANNING, ACTIVATE:ACTIVE ARCHIVE:ARCHIVED",
        "ACTIVE, ROLL_BACK:ARCHIVED DISPLACE:ARCHIVED",
        "ARCHIVED, RESUME:PLANNING RETURN:ACTIVE",
    })
    void goesItsWayAndNoOther(PlanStatus status, String steps) {
        assertThat(Stream.of(PlanStep.values())
                        .filter(step -> step.isPossible(status))
                        .map(step -> step + ":" + step.to()))
                .containsExactlyInAnyOrder(steps.split(" "));
    }

    @Test
    void takesNoStepThatIsNotPossible() {
        TerritoryPlan plan = new TerritoryPlan("Plan");

        plan.take(PlanStep.ARCHIVE);

        assertThat(plan.status()).isEqualTo(PlanStatus.ARCHIVED);
        assertThatThrownBy(() -> plan.take(PlanStep.ROLL_BACK)).isInstanceOf(IllegalStateException.class);
    }
}
