package org.pipewright.platform.spi.access;

/**
 * Roles of the tenant by name: the key of a built-in role, such as {@code sales-manager}, or the name of any role,
 * regardless of case. Provided by the core as a CDI bean, for rules in which a tenant names roles itself.
 */
public interface RoleNames {

    /** Whether the tenant has a role of that name. */
    boolean exists(String name);

    /** Whether the caller holds the role; work that nobody in person does holds every role. */
    boolean isHeld(String name);
}
