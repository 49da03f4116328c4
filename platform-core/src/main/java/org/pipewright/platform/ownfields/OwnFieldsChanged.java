package org.pipewright.platform.ownfields;

import java.util.UUID;

/**
 * Fields of a tenant changed; fired as a CDI event in the changing transaction.
 *
 * @param tenant whose fields are to be read anew once the change is committed
 */
record OwnFieldsChanged(UUID tenant) {}
