package org.pipewright.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.pipewright.platform.startup.ApplicationStarted;

/**
 * The queue of all nodes. Putting a job in is part of the caller's transaction; a node that dies is noticed by its
 * missing heartbeats within a minute, and its jobs are taken up by another.
 */
@ApplicationScoped
class JobQueue {

    private static final int THREADS = 2;
    private static final long FIRST_LOOK_SECONDS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(3);
    private static final Duration BEFORE_ANOTHER_NODE = Duration.ofSeconds(5);

    @Resource(lookup = "java:app/jdbc/pipewright")
    DataSource dataSource;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    JobExecution execution;

    private OneTimeTask<Void> task;
    private Scheduler scheduler;

    @PostConstruct
    void make() {
        task = Tasks.oneTime("job")
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(BEFORE_ANOTHER_NODE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execution.run(UUID.fromString(instance.getId())));
        scheduler = Scheduler.create(dataSource, task)
                .tableName("platform.scheduled_tasks")
                .executorService(new ContainerThreads(executor))
                .threads(THREADS)
                .pollingInterval(BETWEEN_LOOKS)
                .heartbeatInterval(BETWEEN_HEARTBEATS)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE_AT_SHUTDOWN)
                .build();
    }

    void start(@Observes ApplicationStarted event) {
        executor.schedule(scheduler::start, FIRST_LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    void put(UUID job) {
        scheduler.schedule(task.instance(job.toString()), Instant.now());
    }
}
