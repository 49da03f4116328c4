package org.pipewright.platform.spi.modules;

/**
 * A right that does not belong to a record type, such as managing roles.
 *
 * @param key dotted, module first; also the key of its text
 */
public record Capability(String key) {}
