package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.CurrentVisitor;
import org.pipewright.platform.identity.Visitor;
import org.pipewright.platform.spi.errors.Refusal;

/** Lets the operator work on one tenant: bound to it, acting as the tenant itself, and named in its history. */
@ApplicationScoped
public class OnBehalf {

    @Inject
    TenantRows tenants;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    CurrentVisitor visitor;

    /** Does the work for the tenant, which must be there. */
    public <T> T of(UUID tenant, Supplier<T> work) {
        if (!tenants.has(tenant)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        Visitor operator = visitor.visitor();
        return binding.during(
                callers.system(tenant), operator.origin(), operator.person().name(), work);
    }
}
