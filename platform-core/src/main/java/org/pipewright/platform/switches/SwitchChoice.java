package org.pipewright.platform.switches;

/**
 * What is chosen for a switch.
 *
 * @param enabled on or off, or null for the default
 */
public record SwitchChoice(Boolean enabled) {}
