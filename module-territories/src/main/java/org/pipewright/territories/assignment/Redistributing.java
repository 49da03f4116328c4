package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Lets all records be looked at because of a plan. */
@ApplicationScoped
public class Redistributing {

    @Inject
    Assignments assignments;

    @Inject
    Runs runs;

    /** Lets nobody else move records until the transaction ends, and tells what time it is by the clock of moves. */
    public Instant begin() {
        assignments.waitForOthers();
        return assignments.time();
    }

    /** Where a plan that was activated wants records. */
    public void forward() {
        runs.startForPlan();
    }

    /** Where records were before a plan was activated at that time. */
    public void back(Instant activated) {
        runs.startBack(activated);
    }
}
