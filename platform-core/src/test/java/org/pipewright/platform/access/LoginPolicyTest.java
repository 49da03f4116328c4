package org.pipewright.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.access.Caller.LoginPolicy;

class LoginPolicyTest {

    @ParameterizedTest(name = "asked for {0}, given {1}: {2}")
    @CsvSource(
            emptyValue = "",
            value = {
                "'',   ,       true",
                "'',   1,      true",
                "1,    1,      true",
                "2,    1,      false",
                "2,    3,      true",
                "10,   9,      false",
                "2,    ,       false",
                "gold, gold,   true",
                "gold, silver, false",
                "gold, 9,      false",
                "2,    gold,   false"
            })
    void takesALevelThatIsAsHighOrTheSame(String asked, String given, boolean enough) {
        assertThat(new LoginPolicy(0, 0, asked).accepts(given)).isEqualTo(enough);
    }
}
