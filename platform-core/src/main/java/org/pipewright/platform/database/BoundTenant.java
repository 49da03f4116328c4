package org.pipewright.platform.database;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The tenant that transactions of this thread are bound to. Only the platform binds it, for the length of one call, and
 * always from a verified membership or a row of a global table.
 */
public final class BoundTenant {

    private static final ThreadLocal<UUID> CURRENT = new ThreadLocal<>();

    private BoundTenant() {}

    /** The tenant bound to this thread, if any. */
    public static Optional<UUID> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs the work with the tenant bound; what was bound before is bound again afterwards. */
    public static <T> T during(UUID tenant, Supplier<T> work) {
        UUID before = CURRENT.get();
        CURRENT.set(tenant);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private static void restore(UUID before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
