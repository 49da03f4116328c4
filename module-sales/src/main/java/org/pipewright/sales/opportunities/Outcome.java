package org.pipewright.sales.opportunities;

/** How an opportunity ended, a fact apart from its being closed (S-CLOSE-01). */
public enum Outcome {
    IN_PROGRESS,
    WON,
    LOST
}
