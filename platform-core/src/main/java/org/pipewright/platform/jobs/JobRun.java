package org.pipewright.platform.jobs;

import jakarta.json.JsonObject;
import java.util.UUID;

/** A job while it runs. */
public final class JobRun {

    private final JobRow job;
    private final JobRows rows;
    private int done;

    JobRun(JobRow job, JobRows rows) {
        this.job = job;
        this.rows = rows;
        this.done = job.done();
    }

    public UUID id() {
        return job.id();
    }

    /** What the job was started with. */
    public JsonObject payload() {
        return job.payload();
    }

    /** How far it has come; above zero when it goes on after its node died. */
    public int done() {
        return done;
    }

    /** Tells how far it has come, and that it is alive. */
    public void progress(int soFar) {
        done = soFar;
        rows.progress(job.id(), soFar);
    }

    /** Tells how much there is to do. */
    public void total(int total) {
        rows.total(job.id(), total);
    }

    /** Keeps what the job yields. */
    public void result(JsonObject result) {
        rows.result(job.id(), result);
    }

    /** Ends the run if somebody cancelled the job; call it between transactions. */
    public void stopIfCancelled() {
        if (rows.isCancelRequested(job.id())) {
            throw new JobCancelled();
        }
    }
}
