package org.pipewright.platform.spi.records;

/** The input of a verb that needs none. */
public record Nothing() {}
