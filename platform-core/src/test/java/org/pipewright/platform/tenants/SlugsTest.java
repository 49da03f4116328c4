package org.pipewright.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "a1c", "maven-computers", "2nd", "a-b-c", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void acceptsThreeToFortyLettersDigitsAndSingleDashes(String slug) {
        assertThat(Slugs.isWellFormed(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "ab",
                "-abc",
                "abc-",
                "a--b",
                "Abc",
                "a_b",
                "a b",
                "ä12",
                "a.b",
                "a/b",
                "abc\n",
                "abcdefghijabcdefghijabcdefghijabcdefghijk"
            })
    void refusesEverythingElse(String slug) {
        assertThat(Slugs.isWellFormed(slug)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "login", "operator", "pipewright", "www", "signup"})
    void reservesNamesOfTheProductItself(String slug) {
        assertThat(Slugs.isReserved(slug)).isTrue();
    }
}
