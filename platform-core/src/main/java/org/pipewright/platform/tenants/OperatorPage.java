package org.pipewright.platform.tenants;

import java.util.List;
import org.pipewright.platform.tenants.OperatorTenants.TenantEntry;

/**
 * A page of tenants.
 *
 * @param next what to ask for as {@code after}, absent on the last page
 */
public record OperatorPage(List<TenantEntry> items, String next) {}
