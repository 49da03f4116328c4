package org.pipewright.platform.jobs;

/** Ends a job that somebody cancelled, whose tenant was closed, or that another node has taken over; the message says which. */
public final class JobCancelled extends RuntimeException {

    static final String TAKEN_OVER = "taken-over";

    private static final long serialVersionUID = 1L;

    JobCancelled(String reason) {
        super(reason, null, false, false);
    }

    /** Whether another node does the job now; what it has written is none of this run's business. */
    public boolean isTakenOver() {
        return TAKEN_OVER.equals(getMessage());
    }
}
