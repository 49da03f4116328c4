package org.pipewright.platform.callbacks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.RateLimit;
import org.pipewright.platform.spi.callbacks.Callback;
import org.pipewright.platform.spi.callbacks.Callbacks;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Origin;

/**
 * Hands calls to whom they are for. A tenant that is closed, a feature that is off and what never was answer the same
 * way. Calls are counted by record and address: many tenants may have one provider, and none is to hold up the others.
 */
@ApplicationScoped
class CallbackCalls {

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    RateLimit limit;

    @Inject
    @Any
    Instance<Callbacks> takers;

    @Inject
    CallbackWork work;

    /** Whom a call is for, and from where it comes. */
    record Aim(String tenant, String kind, UUID record, String address) {}

    void take(Aim aim, Callback call) {
        limit.count("callback " + aim.record(), aim.address());
        Caller tenant = callers.systemOf(aim.tenant()).orElseThrow(CallbackCalls::absent);
        Callbacks taker = takers.stream()
                .filter(each -> each.kind().equals(aim.kind()) && tenant.has(each.feature()))
                .findFirst()
                .orElseThrow(CallbackCalls::absent);
        binding.during(tenant, Origin.INTAKE, () -> {
            work.alone(() -> taker.take(aim.record(), call));
            return null;
        });
    }

    private static Refusal absent() {
        return Refusal.of(CoreErrorCode.NOT_FOUND);
    }
}
