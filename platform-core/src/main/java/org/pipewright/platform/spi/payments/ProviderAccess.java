package org.pipewright.platform.spi.payments;

import java.util.Optional;

/**
 * How a tenant and its provider know each other.
 *
 * @param secret that both share; empty while nobody has entered it
 * @param page address of the page on which customers pay, as the tenant entered it
 */
public record ProviderAccess(Optional<String> secret, Optional<String> page) {}
