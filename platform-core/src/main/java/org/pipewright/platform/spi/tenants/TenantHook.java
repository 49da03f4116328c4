package org.pipewright.platform.spi.tenants;

import java.util.Locale;

/**
 * Takes part in the life of a tenant, as a CDI bean. Called once for each tenant, with it bound: inside the provisioning
 * transaction, acting as the tenant's first administrator; or, if the module arrives or is granted later, in a
 * transaction of its own before a member calls again, or soon after, acting as the tenant itself.
 */
public interface TenantHook {

    /** Writes the module's defaults of a tenant. Called again after a failed attempt was undone. */
    void setUp(Locale language);
}
