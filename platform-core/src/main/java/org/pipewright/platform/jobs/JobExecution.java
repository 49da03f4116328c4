package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.spi.jobs.LongWork;
import org.pipewright.platform.spi.records.Origin;

/** Runs one job as the member who started it. */
@ApplicationScoped
class JobExecution {

    private static final Logger LOGGER = System.getLogger(JobExecution.class.getName());

    @Inject
    JobRows rows;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    @Inject
    @Any
    Instance<LongWork> works;

    /** What became of a job that was due. */
    enum End {
        OVER,
        HELD
    }

    @ActivateRequestContext
    End run(UUID id) {
        return rows.withId(id).filter(job -> !job.isOver()).map(this::run).orElse(End.OVER);
    }

    private End run(JobRow job) {
        Optional<JobHandler> handler = Stream.concat(
                        handlers.stream(), works.stream().map(JobOfModule::new))
                .filter(candidate -> candidate.kind().equals(job.kind()))
                .findFirst();
        if (handler.isEmpty()) {
            rows.refused(job.id(), "nothing here does jobs of the kind " + job.kind());
        } else if (job.state() == JobRow.State.RUNNING && !handler.get().resumable()) {
            rows.refused(job.id(), "the node that ran it stopped");
        } else if (!job.isTenantOpen() && !handler.get().worksWhileClosed()) {
            return End.HELD;
        } else {
            runAsMember(job, handler.get());
        }
        return End.OVER;
    }

    private void runAsMember(JobRow job, JobHandler handler) {
        Optional<Caller> caller = job.member() == null
                ? Optional.of(callers.system(job.tenant()))
                : callers.member(job.tenant(), job.member());
        if (caller.isEmpty()) {
            rows.refused(job.id(), "the person who started it is no longer active");
            return;
        }
        UUID run = UUID.randomUUID();
        rows.started(job.id(), run);
        try {
            binding.during(caller.get(), Origin.JOB, () -> {
                JobRun running = new JobRun(job, run, handler.worksWhileClosed(), rows);
                running.stopIfCancelled();
                handler.run(running);
                return null;
            });
            rows.finished(job.id(), run, JobRow.State.DONE);
        } catch (JobCancelled e) {
            rows.cancelled(job.id(), run, e.getMessage());
        } catch (RuntimeException e) {
            ended(job, run, e);
        }
    }

    /** A node that shuts down leaves the job as it is; the scheduler takes it up again elsewhere. */
    private void ended(JobRow job, UUID run, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        LOGGER.log(Level.WARNING, "Job " + job.id() + " of kind " + job.kind() + " failed", failure);
        rows.failed(job.id(), run, String.valueOf(failure.getMessage()));
    }
}
