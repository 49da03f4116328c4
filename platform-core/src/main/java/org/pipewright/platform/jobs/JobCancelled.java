package org.pipewright.platform.jobs;

/** Ends a job that somebody cancelled. */
public final class JobCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobCancelled() {
        super("cancelled", null, false, false);
    }
}
