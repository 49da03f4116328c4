package org.pipewright.platform.spi.records;

/** How a write came to the core; kept in the history. */
public enum Origin {
    WEB,
    API,
    BULK,
    IMPORT,
    JOB,
    INTAKE
}
