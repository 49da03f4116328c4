package org.pipewright.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.errors.FieldError;

/** One of the teams of a member is the main one (S-TEN-23). */
class TeamChoiceTest {

    private static final UUID NORTH = new UUID(0, 1);
    private static final UUID SOUTH = new UUID(0, 2);

    @Test
    void isGoodWithTheMainTeamAmongAllOrWithNone() {
        assertThat(new TeamChoice(NORTH, Set.of(NORTH, SOUTH)).errors(true)).isEmpty();
        assertThat(new TeamChoice(null, Set.of()).errors(true)).isEmpty();
    }

    @Test
    void asksForTheMainTeamWhereThereAreTeams() {
        assertThat(new TeamChoice(null, Set.of(NORTH)).errors(true))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("main", "required"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(new TeamChoice(NORTH, Set.of(SOUTH)).errors(false))
                .extracting(FieldError::field)
                .containsExactly("teams", "main");
    }
}
