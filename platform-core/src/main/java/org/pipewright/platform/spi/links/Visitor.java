package org.pipewright.platform.spi.links;

import java.time.Instant;

/**
 * Somebody outside.
 *
 * @param address on the network
 * @param program that was used, as it calls itself
 * @param at when
 */
public record Visitor(String address, String program, Instant at) {}
