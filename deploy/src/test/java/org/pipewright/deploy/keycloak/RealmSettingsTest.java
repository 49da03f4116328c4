package org.pipewright.deploy.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RealmSettingsTest {

    private final RealmSettings settings = new RealmSettings(
            "http://localhost:8080",
            "pipewright",
            "web",
            "ad\"min",
            "127.0.0.1",
            "8083",
            "no-reply@pipewright.example");

    @Test
    void fillsInWhatTheInstallationKnows() {
        assertThat(settings.filledInto("[\"${public.url}/login/callback\"]"))
                .isEqualTo("[\"http://localhost:8080/login/callback\"]");
    }

    @Test
    void keepsAValueFromBreakingTheDescription() {
        assertThat(settings.filledInto("\"${admin.secret}\"")).isEqualTo("\"ad\\\"min\"");
    }

    @Test
    void leavesPlaceholdersOfKeycloakAlone() {
        assertThat(settings.filledInto("${firstName}")).isEqualTo("${firstName}");
    }
}
