package org.pipewright.platform.jobs;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.pipewright.platform.spi.jobs.Progress;

/** A job while it runs. */
public final class JobRun implements Progress {

    private static final long LONGEST_REST = Duration.ofSeconds(1).toNanos();

    private final JobRow job;
    private final UUID run;
    private final boolean worksWhileClosed;
    private final JobRows rows;
    private int done;
    private long rested = System.nanoTime();

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
    @Override
    public JsonObject payload() {
        return job.payload();
    }

    /** How far it has come; above zero when it goes on after its node died. */
    @Override
    public int done() {
        return done;
    }

    /** Tells how far it has come. Ends the run if another node has taken the job over meanwhile. */
    @Override
    public void progress(int soFar) {
        done = soFar;
        requireOurs(rows.progress(job.id(), run, soFar));
    }

    private static void requireOurs(boolean ours) {
        if (!ours) {
            throw new JobCancelled(JobCancelled.TAKEN_OVER);
        }
    }

    /** Tells how much there is to do. */
    @Override
    public void total(int total) {
        rows.total(job.id(), total);
    }

    /** Keeps what the job yields. Ends the run if another node has taken the job over meanwhile. */
    @Override
    public void result(JsonObject result) {
        requireOurs(rows.result(job.id(), run, result));
    }

    /** Ends the run if somebody cancelled the job or its tenant was closed; call it between transactions. */
    @Override
    public void stopIfCancelled() {
        rows.reasonToStop(job.id(), run, worksWhileClosed).ifPresent(reason -> {
            throw new JobCancelled(reason);
        });
    }

    @Override
    public void giveWay() {
        LockSupport.parkNanos(Math.min(System.nanoTime() - rested, LONGEST_REST));
        rested = System.nanoTime();
    }

    @Override
    public boolean isSuperseded() {
        return rows.isSuperseded(job.id());
    }
}
