package org.pipewright.platform.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.errors.Refusal;

/** What a filter asks about, so that a view of something hidden can be hidden too. */
class FieldsOfCriteriaTest {

    @Test
    void namesEachFieldOnceHoweverItIsReached() {
        assertThat(Criteria.fields("status.category=in=(NEW,OPEN);(name=='A.b==c',score>3);status!=x"))
                .containsExactlyInAnyOrder("status", "name", "score");
    }

    @Test
    void namesNoneWhereNothingIsAsked() {
        assertThat(Criteria.fields("")).isEmpty();
    }

    @Test
    void refusesWhatNestsDeeperThanTheParserCanGo() {
        String deep = "(".repeat(3_000) + "name==x" + ")".repeat(3_000);

        assertThatThrownBy(() -> Criteria.fields(deep)).isInstanceOf(Refusal.class);
    }
}
