package org.pipewright.platform.ownfields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnFieldNamesTest {

    @Test
    void makesANameOfTheWordsOfALabel() {
        assertThat(OwnFieldNames.field("Größe (in m²)", name -> true)).isEqualTo("ownGrosseInM");
    }

    @Test
    void numbersANameThatIsTaken() {
        Set<String> taken = Set.of("ownBudget", "ownBudget2");

        assertThat(OwnFieldNames.field("Budget", name -> !taken.contains(name))).isEqualTo("ownBudget3");
    }

    @Test
    void findsANameForALabelWithoutLetters() {
        assertThat(OwnFieldNames.field("数", name -> true)).isEqualTo("ownField");
    }

    @Test
    void makesAValueOfTheLabelOfAChoice() {
        assertThat(OwnFieldNames.choice(" Sehr groß! ")).isEqualTo("SEHR_GROSS");
    }
}
