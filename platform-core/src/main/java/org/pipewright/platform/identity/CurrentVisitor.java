package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** The person who calls on this thread; for the few endpoints that stand outside a tenant. */
@ApplicationScoped
public class CurrentVisitor {

    private static final ThreadLocal<Visitor> CURRENT = new ThreadLocal<>();

    <T> T during(Visitor visitor, Supplier<T> work) {
        CURRENT.set(visitor);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** The visitor, if somebody is logged in. */
    public Optional<Visitor> known() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The visitor; refuses when nobody is logged in. */
    public Visitor visitor() {
        return known().orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
    }
}
