package org.pipewright.platform.tenants;

import java.util.Map;
import java.util.Set;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** The states of a tenant and the only moves between them (S-TEN-02 S-TEN-12 S-TEN-16). */
enum TenantStatus {
    PENDING_VERIFICATION,
    ACTIVE,
    SUSPENDED,
    PENDING_DELETION,
    DELETED;

    private static final Map<TenantStatus, Set<TenantStatus>> MOVES = Map.of(
            PENDING_VERIFICATION, Set.of(ACTIVE),
            ACTIVE, Set.of(SUSPENDED, PENDING_DELETION),
            SUSPENDED, Set.of(ACTIVE, PENDING_DELETION),
            PENDING_DELETION, Set.of(ACTIVE, SUSPENDED, DELETED),
            DELETED, Set.of());

    boolean mayBecome(TenantStatus next) {
        return MOVES.get(this).contains(next);
    }

    void requireMoveTo(TenantStatus next) {
        if (!mayBecome(next)) {
            throw Refusal.of(CoreErrorCode.CONFLICT, name());
        }
    }
}
