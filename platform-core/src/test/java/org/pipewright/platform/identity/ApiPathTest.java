package org.pipewright.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.platform.spi.errors.Refusal;

class ApiPathTest {

    @ParameterizedTest
    @CsvSource({"/api/tenants/acme/leads, acme", "/api/tenants/acme, acme", "/api/tenants/acme/leads/1/qualify, acme"})
    void readsTheTenantFromThePath(String path, String tenant) {
        assertThat(ApiPath.of(path).tenant()).contains(tenant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/session", "/api/tenants", "/api/operator/tenants/acme"})
    void findsNoTenantElsewhere(String path) {
        assertThat(ApiPath.of(path).tenant()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//tenants/acme/leads",
                "/api/tenants/acme;v=1/leads",
                "/api/texts/../tenants/acme/leads",
                "/api/texts/%2e%2e/tenants/acme",
                "/api/tenants/acme%2Fleads",
                "/api/tenants/acme/.",
                "/api/tenants/acme/.."
            })
    void refusesSpellingsThatTwoReadersCouldUnderstandDifferently(String path) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> ApiPath.of(path));
    }

    @Test
    void neverBlocksLeaving() {
        assertThat(ApiPath.of("/api/tenants/acme/deletion").isLeaving()).isTrue();
        assertThat(ApiPath.of("/api/tenants/acme/leads").isLeaving()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/session, true",
        "GET, /api/texts/de, true",
        "POST, /api/texts/de, false",
        "POST, /api/signups, true",
        "POST, /api/signups/token/confirm, true",
        "DELETE, /api/signups/token, false",
        "POST, /api/invitations/token, true",
        "GET, /api/sessions, false",
        "GET, /api/tenants/acme/manifest, false",
        "GET, /api/operator/tenants, false"
    })
    void opensOnlyThePublicPaths(String method, String path, boolean open) {
        assertThat(PublicPaths.includes(method, path)).isEqualTo(open);
    }
}
