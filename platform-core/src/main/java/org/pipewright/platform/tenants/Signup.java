package org.pipewright.platform.tenants;

import java.util.UUID;

/**
 * A sign-up that waits for its link to be used.
 *
 * @param id of the sign-up
 * @param tenant what will become a tenant
 * @param adminName name of the first administrator
 * @param adminEmail address the link went to
 * @param used whether the link was used or replaced
 * @param expired whether the link is too old
 */
record Signup(UUID id, NewTenant tenant, String adminName, String adminEmail, boolean used, boolean expired) {}
