package org.pipewright.platform.recordtypes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

class ConditionTest {

    private static final DeclaredType TYPE = TypeReading.read("core", Thing.class);

    private final Thing thing = new Thing();

    @Test
    void holdsForAnyValueWhereNoneIsNamed() {
        Condition filled = new Condition("colour", null);

        assertThat(filled.holds(TYPE, thing)).isFalse();
        thing.colour = "red";
        assertThat(filled.holds(TYPE, thing)).isTrue();
    }

    @Test
    void holdsForTheNamedValuesOnly() {
        thing.colour = "red";

        assertThat(new Condition("colour", List.of("blue", "red")).holds(TYPE, thing))
                .isTrue();
        assertThat(new Condition("colour", List.of("blue")).holds(TYPE, thing)).isFalse();
    }

    @Test
    void takesNoForNotFilledUnlessItIsAskedFor() {
        thing.sold = false;

        assertThat(new Condition("sold", List.of()).holds(TYPE, thing)).isFalse();
        assertThat(new Condition("sold", List.of("false")).holds(TYPE, thing)).isTrue();
    }

    @Test
    void showsAFieldThatDependsOnOneThatIsNotThere() {
        Condition.OfField conditions = new Condition.OfField(null, new Condition("gone", List.of()), null);

        assertThat(conditions.shows(TYPE, thing)).isTrue();
        assertThat(conditions.requires(TYPE, thing)).isFalse();
    }

    @RecordType(name = "core.thing", path = "things", title = "colour", columns = "colour", sort = "colour")
    @Table(schema = "core", name = "thing")
    static class Thing extends CrmRecord {

        @Field
        private String colour;

        @Field
        private Boolean sold;
    }
}
