package org.pipewright.sales.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the kinds allow, stage by stage (S-KIND-04 to S-KIND-09). */
class CourseTest {

    private static final UUID STATUS = new UUID(5, 5);

    private final Ways ways = new Ways();

    private Kind kind(String rules) {
        Kind.Type type = rules.startsWith("standard") ? Kind.Type.STANDARD : Kind.Type.CUSTOM;
        Kind kind = ways.kind(type, STATUS, STATUS, STATUS, STATUS, STATUS);
        Ways.set(kind, "forbidSkipping", rules.contains("no skipping"));
        Ways.set(kind, "forbidBack", rules.contains("no back"));
        return kind;
    }

    private UUID at(Kind kind, int place) {
        return ways.stageOf(kind, place).id();
    }

    @ParameterizedTest(name = "{0}: {1} to {2} is refused as {3}")
    @CsvSource({
        "standard,           1, 2,",
        "standard,           1, 3, SKIPS",
        "standard,           1, 5, SKIPS",
        "standard,           3, 2, GOES_BACK",
        "standard,           4, 5,",
        "custom,             1, 3,",
        "custom,             1, 5,",
        "custom,             5, 1,",
        "custom no skipping, 1, 3, SKIPS",
        "custom no skipping, 1, 2,",
        "custom no skipping, 3, 1,",
        "custom no back,     3, 1, GOES_BACK",
        "custom no back,     1, 4,"
    })
    void allowsMovesByItsRules(String rules, int from, int to, Obstacle obstacle) {
        Kind kind = kind(rules);

        assertThat(ways.course(kind)
                        .toMove(at(kind, from), at(kind, to), role -> true)
                        .orElse(null))
                .isEqualTo(obstacle);
    }

    @ParameterizedTest(name = "{0}: starts at {1}: {2}")
    @CsvSource({"standard, 1, true", "standard, 2, false", "custom, 1, true", "custom, 4, true"})
    void tellsWhereDealsStart(String rules, int place, boolean allowed) {
        Kind kind = kind(rules);

        assertThat(ways.course(kind).toStart(at(kind, place), role -> true).isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void startsOnlyWhereItMayOnceAnyStageSaysSo() {
        Kind kind = kind("custom");
        ways.letStart(kind, 2);

        assertThat(ways.course(kind).toStart(at(kind, 2), role -> true)).isEmpty();
        assertThat(ways.course(kind).toStart(at(kind, 1), role -> true)).contains(Obstacle.NO_START);
        assertThat(ways.course(kind).first().orElseThrow().stage()).isSameAs(ways.stageOf(kind, 2));
    }

    @Test
    void letsOnlyNamedRolesIn() {
        Kind kind = kind("custom");
        ways.limitToRole(kind, 4, "sales-manager");

        assertThat(ways.course(kind).toMove(at(kind, 1), at(kind, 4), role -> false))
                .contains(Obstacle.OTHER_ROLES);
        assertThat(ways.course(kind).toMove(at(kind, 1), at(kind, 4), "sales-manager"::equals))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: won at {1}: {2}")
    @CsvSource({"standard, 2, false", "standard, 5, true", "custom, 1, true", "custom no skipping, 2, true"})
    void isWonFromTheLastStageOfAStandardSaleOnly(String rules, int place, boolean allowed) {
        Kind kind = kind(rules);

        assertThat(ways.course(kind).toWin(at(kind, place)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void countsWhatAMoveLeavesOut() {
        Kind kind = kind("custom");

        assertThat(ways.course(kind).skipped(at(kind, 1), at(kind, 3))).isEqualTo(1);
        assertThat(ways.course(kind).skipped(at(kind, 3), at(kind, 1))).isZero();
        assertThat(ways.course(kind).isBack(at(kind, 3), at(kind, 1))).isTrue();
    }
}
