package org.pipewright.territories.assignment;

import java.util.UUID;

/** A look at all records that has been started, by the id of its job. */
public record StartedRun(UUID job) {}
