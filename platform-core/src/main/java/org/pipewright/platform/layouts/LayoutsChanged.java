package org.pipewright.platform.layouts;

import java.util.UUID;

/**
 * Layouts of a tenant changed; fired as a CDI event in the changing transaction.
 *
 * @param tenant whose layouts are to be read anew once the change is committed
 */
record LayoutsChanged(UUID tenant) {}
