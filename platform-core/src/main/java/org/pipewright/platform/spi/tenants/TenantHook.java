package org.pipewright.platform.spi.tenants;

import java.util.Locale;

/**
 * Takes part in the life of a tenant, as a CDI bean. Called with the tenant bound, inside the provisioning
 * transaction, acting as the tenant's first administrator.
 */
public interface TenantHook {

    /** Writes the module's defaults of a new tenant. Called again after a failed attempt was undone. */
    void setUp(Locale language);
}
