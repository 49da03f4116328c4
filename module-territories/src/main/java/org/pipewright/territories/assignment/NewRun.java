package org.pipewright.territories.assignment;

/**
 * A look at all records that somebody asks for.
 *
 * @param settledToo whether also those move that need nobody any more, such as closed deals (S-TERR-16); not if absent
 */
public record NewRun(Boolean settledToo) {}
