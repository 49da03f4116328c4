package org.pipewright.platform.callbacks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.spi.callbacks.CallbackAddresses;

/** Addresses of the bound tenant. */
@ApplicationScoped
class CallbackPlaces implements CallbackAddresses {

    @Inject
    CallerBinding callers;

    @Inject
    IdentitySettings settings;

    @Override
    public String of(String kind, UUID record) {
        return settings.publicUrl() + "/api/callbacks/" + callers.tenantId() + "/" + kind + "/" + record;
    }
}
