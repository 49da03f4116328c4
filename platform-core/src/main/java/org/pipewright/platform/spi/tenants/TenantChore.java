package org.pipewright.platform.spi.tenants;

/**
 * What time alone brings about in a tenant, such as that something has become old, as a CDI bean. Called about every
 * hour for each active tenant, on one node at a time, in a transaction of its own with the tenant bound, acting as the
 * tenant itself. An exception undoes that call alone and is logged; it comes round again all the same.
 */
@FunctionalInterface
public interface TenantChore {

    /** Does what is due by now; nothing if it was done before. */
    void perform();
}
