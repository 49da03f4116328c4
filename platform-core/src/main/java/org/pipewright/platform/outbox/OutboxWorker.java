package org.pipewright.platform.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.outbox.OutboxDelivery.Due;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.startup.ApplicationStarted;

/**
 * Delivers what is due, on every node; one lane for each kind, so that a slow mail server delays no event. Rows are
 * taken under a lock, so no two nodes deliver the same one at a time.
 */
@ApplicationScoped
class OutboxWorker {

    private static final Logger LOGGER = System.getLogger(OutboxWorker.class.getName());
    private static final long FIRST_LOOK_SECONDS = 5;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 500;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    @Any
    Instance<OutboxHandler> handlers;

    @Inject
    OutboxDelivery delivery;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    private final List<ScheduledFuture<?>> lanes = new ArrayList<>();

    void start(@Observes ApplicationStarted event) {
        handlers.forEach(handler -> lanes.add(executor.scheduleWithFixedDelay(
                () -> look(handler),
                TimeUnit.SECONDS.toMillis(FIRST_LOOK_SECONDS),
                MILLISECONDS_BETWEEN_LOOKS,
                TimeUnit.MILLISECONDS)));
    }

    @PreDestroy
    void stop() {
        lanes.forEach(lane -> lane.cancel(false));
    }

    private void look(OutboxHandler handler) {
        try {
            delivery.due(handler.kind()).forEach(due -> deliver(handler, due));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The outbox cannot be read", e);
        }
    }

    private void deliver(OutboxHandler handler, Due due) {
        if (!handler.knows(due.consumer())) {
            delivery.putOff(due);
            return;
        }
        try {
            binding.during(callers.system(due.tenant()), Origin.JOB, () -> {
                delivery.deliver(handler, due);
                return null;
            });
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "Delivery " + due.id() + " to " + due.consumer() + " failed", e);
            delivery.failed(due, e);
        }
    }
}
