package org.pipewright.platform.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a thing is called stands in whatever text speaks of it. */
class MentionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[thing.one]]                     | Deal",
                "[[thing.many]] that go over       | Deals that go over",
                "Close [[thing.many, lower]] now   | Close deals now",
                "About [[rfp.many, lower]]         | About RFPs",
                "{name} is one of the [[thing.many, lower]] [x] | {name} is one of the deals [x]",
                "Costs [[dollar.one]]              | Costs $1",
                "No [[unknown.key]]                | No unknown.key"
            })
    void saysTheWord(String text, String said) {
        Map<String, String> words =
                Map.of("thing.one", "Deal", "thing.many", "Deals", "rfp.many", "RFPs", "dollar.one", "$1");

        assertThat(Mentions.said(text, key -> words.getOrDefault(key, key))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"Deal | Deal", "De{al} | De'{'al'}'", "Customer's | Customer''s"})
    void isEscapedForTheShell(String word, String escaped) {
        assertThat(Texts.escaped(word)).isEqualTo(escaped);
    }
}
