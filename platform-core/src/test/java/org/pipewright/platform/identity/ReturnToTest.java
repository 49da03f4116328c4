package org.pipewright.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/t/acme/leads", "/t/acme/leads?filter=status==NEW&sort=-name", "/operator", "/?renewed"})
    void goesBackToPagesOfOurs(String wanted) {
        assertThat(ReturnTo.checked(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example",
                        "javascript:alert(1)",
                "/\t/evil.example", "/a\r\nLocation: https://evil.example", " /t/acme", "t/acme", "/login", "/logout",
                "/ /evil", "///evil.example"
            })
    void goesToTheFirstPageInsteadOfAnywhereElse(String wanted) {
        assertThat(ReturnTo.checked(wanted)).isEqualTo("/");
    }

    @Test
    void goesToTheFirstPageWithoutAWish() {
        assertThat(ReturnTo.checked(null)).isEqualTo("/");
    }
}
