package org.pipewright.platform.startup;

/**
 * Fired once when the web application is there and its resources can be looked up. CDI's own start event comes too
 * early for that on this server.
 */
public record ApplicationStarted() {}
