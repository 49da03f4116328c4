package org.pipewright.platform.tenants;

/**
 * The first administrator of a tenant.
 *
 * @param subject the account at the identity provider
 * @param email verified address
 * @param name display name
 */
record Founder(String subject, String email, String name) {}
