package org.pipewright.platform.identity;

import java.util.UUID;

/**
 * That a person belongs to a tenant, and as which member.
 *
 * @param tenantId the tenant
 * @param slug its name in addresses
 * @param name its name for people
 * @param status state of the tenant
 * @param memberId the member that the person is there
 */
public record Membership(UUID tenantId, String slug, String name, String status, UUID memberId) {}
