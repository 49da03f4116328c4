package org.pipewright.platform.spi.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void isThereForEachFileOfTheCoresTexts() {
        assertThat(Language.spoken()).containsExactly(new Language("EN"), new Language("DE"));
    }

    @Test
    void isOfATagWhateverElseTheTagSays() {
        assertThat(Language.of("de-CH")).isEqualTo(new Language("DE"));
        assertThat(Language.of("DE")).isEqualTo(new Language("DE"));
        assertThat(Language.of(Locale.CANADA_FRENCH)).isEqualTo(new Language("FR"));
        assertThat(Language.of("")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void staysThatOfItsFormatsWhenItsTextsAreGone() {
        assertThat(Language.of("FR").locale()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void isCalledAsItCallsItself() {
        assertThat(Language.of("de").ownName()).isEqualTo("Deutsch");
        assertThat(Language.of("fr").ownName()).isEqualTo("Français");
        assertThat(Language.of("fr").key()).isEqualTo("core.language.FR");
    }
}
