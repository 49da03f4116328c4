package org.pipewright.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void bindsTheCookieToTheHostOverHttps() {
        assertThat(Cookies.header("pipewright-session", "secret", 60, true))
                .isEqualTo("__Host-pipewright-session=secret; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void usesAPlainNameInTheDemoOverHttp() {
        assertThat(Cookies.header("pipewright-session", "secret", 60, false))
                .isEqualTo("pipewright-session=secret; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    }
}
