package org.pipewright.platform.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the languages asked for an answer is in. */
class AskedLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "de-AT       | de-AT",
                "xx,de,en    | de",
                "en-GB,de    | en-GB",
                "*,de        | de",
                "xx,yy       | none",
            })
    void theFirstThatIsSpokenCounts(String asked, String answered) {
        List<Locale> byWeight =
                Arrays.stream(asked.split(",")).map(Locale::forLanguageTag).toList();

        assertEquals(
                answered,
                AskedLanguage.spoken(byWeight).map(Locale::toLanguageTag).orElse(null));
    }
}
