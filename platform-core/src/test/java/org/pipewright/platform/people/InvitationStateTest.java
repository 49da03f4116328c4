package org.pipewright.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.errors.CoreErrorCode;

class InvitationStateTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PENDING, 2026-03-10T12:00:01Z, PENDING",
        "PENDING, 2026-03-10T12:00:00Z, EXPIRED",
        "PENDING, 2026-03-09T00:00:00Z, EXPIRED",
        "ACCEPTED, 2026-03-09T00:00:00Z, ACCEPTED",
        "ACCEPTED, 2026-03-17T00:00:00Z, ACCEPTED",
        "REVOKED, 2026-03-17T00:00:00Z, REVOKED",
        "REVOKED, 2026-03-09T00:00:00Z, REVOKED"
    })
    void expiresOnlyWhileItIsPending(String kept, Instant expiresAt, InvitationState expected) {
        assertThat(InvitationState.of(kept, expiresAt, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,, true",
        "EXPIRED, LINK_EXPIRED, true",
        "ACCEPTED, LINK_USED, false",
        "REVOKED, LINK_USED, false"
    })
    void tellsWhyALinkIsRefusedAndWhetherItCanBeSentAgain(InvitationState state, CoreErrorCode refusal, boolean open) {
        assertThat(state.refusal().orElse(null)).isEqualTo(refusal);
        assertThat(state.isOpen()).isEqualTo(open);
    }
}
