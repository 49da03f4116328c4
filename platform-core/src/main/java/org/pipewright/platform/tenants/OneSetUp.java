package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Locale;
import java.util.UUID;

/** The transaction in which one module sets up one tenant: all of it, or nothing and another try. */
@ApplicationScoped
class OneSetUp {

    @Inject
    TenantHooks hooks;

    @Transactional(TxType.REQUIRES_NEW)
    boolean perform(UUID tenant, String module, Locale language) {
        return hooks.setUp(tenant, module, language);
    }
}
