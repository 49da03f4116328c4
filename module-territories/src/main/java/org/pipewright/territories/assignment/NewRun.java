package org.pipewright.territories.assignment;

/**
 * A look at all records that somebody asks for.
 *
 * @param settledToo whether also those move that are decided, such as won deals (S-TERR-16); not if absent
 */
public record NewRun(Boolean settledToo) {}
