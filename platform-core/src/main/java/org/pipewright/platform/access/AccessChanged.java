package org.pipewright.platform.access;

import java.util.UUID;

/**
 * Roles, people, teams or switches of a tenant changed; fired as a CDI event in the changing transaction.
 *
 * @param tenant whose rights are to be read anew once the change is committed
 */
public record AccessChanged(UUID tenant) {}
