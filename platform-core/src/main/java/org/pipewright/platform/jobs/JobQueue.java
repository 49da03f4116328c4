package org.pipewright.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.startup.ApplicationStarted;

/**
 * The queue of all nodes. Putting a job in is part of the caller's transaction; a node that dies is noticed by its
 * missing heartbeats within a minute (four of
 * {@code pipewright.platform.job-heartbeat-seconds}), and its jobs are taken up by another.
 */
@ApplicationScoped
class JobQueue {

    private static final int THREADS = 4;
    private static final long FIRST_LOOK_SECONDS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(3);
    private static final Duration BEFORE_ANOTHER_NODE = Duration.ofSeconds(5);
    private static final Duration UNTIL_A_TENANT_IS_OPEN = Duration.ofSeconds(15);

    @Resource(lookup = "java:app/jdbc/pipewright")
    DataSource dataSource;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    JobExecution execution;

    @Inject
    Chores chores;

    @Inject
    @ConfigProperty(name = "pipewright.platform.job-heartbeat-seconds", defaultValue = "10")
    int heartbeatSeconds;

    private CustomTask<Void> task;
    private Scheduler scheduler;

    @PostConstruct
    void make() {
        task = Tasks.custom("job", Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(BEFORE_ANOTHER_NODE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> completion(execution.run(UUID.fromString(instance.getId()))));
        scheduler = Scheduler.create(dataSource, task)
                .startTasks(chores.tasks(chores::run))
                .schedulerName(new SchedulerName.Fixed(nodeName()))
                .tableName("platform.scheduled_tasks")
                .executorService(new ContainerThreads(executor))
                .threads(THREADS)
                .pollingInterval(BETWEEN_LOOKS)
                .heartbeatInterval(Duration.ofSeconds(heartbeatSeconds))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE_AT_SHUTDOWN)
                .build();
    }

    private static CompletionHandler<Void> completion(JobExecution.End end) {
        return end == JobExecution.End.HELD
                ? (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(UNTIL_A_TENANT_IS_OPEN))
                : new CompletionHandler.OnCompleteRemove<>();
    }

    /** Tells the nodes of one machine apart. */
    private static String nodeName() {
        return new SchedulerName.Hostname().getName() + ":"
                + ProcessHandle.current().pid();
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
