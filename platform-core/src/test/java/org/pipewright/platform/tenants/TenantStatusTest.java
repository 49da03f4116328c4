package org.pipewright.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

class TenantStatusTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING_VERIFICATION, PENDING_VERIFICATION, false",
        "PENDING_VERIFICATION, ACTIVE, true",
        "PENDING_VERIFICATION, SUSPENDED, false",
        "PENDING_VERIFICATION, PENDING_DELETION, false",
        "PENDING_VERIFICATION, DELETED, false",
        "ACTIVE, PENDING_VERIFICATION, false",
        "ACTIVE, ACTIVE, false",
        "ACTIVE, SUSPENDED, true",
        "ACTIVE, PENDING_DELETION, true",
        "ACTIVE, DELETED, false",
        "SUSPENDED, PENDING_VERIFICATION, false",
        "SUSPENDED, ACTIVE, true",
        "SUSPENDED, SUSPENDED, false",
        "SUSPENDED, PENDING_DELETION, true",
        "SUSPENDED, DELETED, false",
        "PENDING_DELETION, PENDING_VERIFICATION, false",
        "PENDING_DELETION, ACTIVE, true",
        "PENDING_DELETION, SUSPENDED, true",
        "PENDING_DELETION, PENDING_DELETION, false",
        "PENDING_DELETION, DELETED, true",
        "DELETED, PENDING_VERIFICATION, false",
        "DELETED, ACTIVE, false",
        "DELETED, SUSPENDED, false",
        "DELETED, PENDING_DELETION, false",
        "DELETED, DELETED, false"
    })
    void movesOnlyAlongItsLife(TenantStatus from, TenantStatus to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }

    @Test
    void refusesAnyOtherMoveAsConflict() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TenantStatus.DELETED.requireMoveTo(TenantStatus.ACTIVE))
                .extracting(Refusal::code)
                .isEqualTo(CoreErrorCode.CONFLICT);
    }
}
