package org.pipewright.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Origin;

/** Who acts on this thread. Bound by the request filter and by whoever runs work for a tenant; the one place to ask. */
@ApplicationScoped
public class CallerBinding implements CurrentCaller {

    private static final ThreadLocal<Bound> CURRENT = new ThreadLocal<>();

    private record Bound(Caller caller, Origin origin, boolean despiteDuplicates, String operator) {}

    /** Runs the work as the caller, with the caller's tenant bound to its transactions. */
    public <T> T during(Caller caller, Origin origin, Supplier<T> work) {
        return during(new Bound(caller, origin, false, null), work);
    }

    /** Runs the work as the caller because an operator of the platform wants it, who is named in the history. */
    public <T> T during(Caller caller, Origin origin, String operator, Supplier<T> work) {
        return during(new Bound(caller, origin, false, operator), work);
    }

    private static <T> T during(Bound bound, Supplier<T> work) {
        Bound before = CURRENT.get();
        CURRENT.set(bound);
        try {
            return BoundTenant.during(bound.caller().tenant().id(), work);
        } finally {
            restore(before);
        }
    }

    /** Runs the work as the same caller, told in the history as of another origin. */
    public <T> T from(Origin origin, Supplier<T> work) {
        return during(new Bound(caller(), origin, false, operator()), work);
    }

    /** Runs the work as the same caller, who may make records that are taken for others and blocked (S-DUP-02). */
    public <T> T despiteDuplicates(Supplier<T> work) {
        return during(new Bound(caller(), origin(), true, operator()), work);
    }

    /** Whether what is taken for another record and blocked is written all the same. */
    public boolean isDespiteDuplicates() {
        return bound().map(Bound::despiteDuplicates).orElse(false);
    }

    private static void restore(Bound before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** The caller; refuses when nobody is bound. */
    public Caller caller() {
        return bound().map(Bound::caller).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
    }

    /** How the current call came in. */
    public Origin origin() {
        return bound().map(Bound::origin).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
    }

    /** Name of the platform's operator who has it done; null where it is the tenant's own doing. */
    public String operator() {
        return bound().map(Bound::operator).orElse(null);
    }

    private static Optional<Bound> bound() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Refuses unless the feature is in force. */
    public void requireFeature(String feature) {
        if (!caller().has(feature)) {
            throw Refusal.of(CoreErrorCode.FEATURE_DISABLED, feature);
        }
    }

    /** Whether the caller may do the action at all. */
    public boolean isAllowed(String subject, String action) {
        return caller().level(subject, action) != Level.NONE;
    }

    /** Refuses unless the caller may use the capability. */
    public void requireCapability(String capability) {
        if (caller().level(capability, Action.USE) == Level.NONE) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, capability);
        }
    }

    @Override
    public UUID tenantId() {
        return caller().tenant().id();
    }

    @Override
    public UUID memberId() {
        return caller().memberId();
    }

    @Override
    public boolean hasFeature(String key) {
        return caller().has(key);
    }

    @Override
    public Level level(String subject, String action) {
        return caller().level(subject, action);
    }
}
