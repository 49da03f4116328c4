package org.pipewright.platform.jobs;

import jakarta.json.JsonObject;
import java.util.UUID;

/** A job while it runs. */
public final class JobRun {

    private final JobRow job;
    private final UUID run;
    private final boolean worksWhileClosed;
    private final JobRows rows;
    private int done;

    JobRun(JobRow job, UUID run, boolean worksWhileClosed, JobRows rows) {
        this.job = job;
        this.run = run;
        this.worksWhileClosed = worksWhileClosed;
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

    /** Tells how far it has come. Ends the run if another node has taken the job over meanwhile. */
    public void progress(int soFar) {
        done = soFar;
        if (!rows.progress(job.id(), run, soFar)) {
            throw new JobCancelled(JobCancelled.TAKEN_OVER);
        }
    }

    /** Tells how much there is to do. */
    public void total(int total) {
        rows.total(job.id(), total);
    }

    /** Keeps what the job yields. */
    public void result(JsonObject result) {
        rows.result(job.id(), result);
    }

    /** Ends the run if somebody cancelled the job or its tenant was closed; call it between transactions. */
    public void stopIfCancelled() {
        rows.reasonToStop(job.id(), run, worksWhileClosed).ifPresent(reason -> {
            throw new JobCancelled(reason);
        });
    }
}
