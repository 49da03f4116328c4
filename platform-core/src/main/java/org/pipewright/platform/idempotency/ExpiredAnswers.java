package org.pipewright.platform.idempotency;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.startup.ApplicationStarted;

/** Removes expired answers of every tenant once an hour; on several nodes the first finds them and the others none. */
@ApplicationScoped
class ExpiredAnswers {

    private static final Logger LOGGER = System.getLogger(ExpiredAnswers.class.getName());

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    Sql sql;

    @Inject
    KeptAnswers answers;

    private ScheduledFuture<?> sweeping;

    void start(@Observes ApplicationStarted event) {
        sweeping = executor.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
    }

    private void sweep() {
        try {
            sql.list("select id from platform.tenant", row -> row.getObject(1, UUID.class))
                    .forEach(this::sweep);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "Expired answers cannot be removed", e);
        }
    }

    private void sweep(UUID tenant) {
        BoundTenant.during(tenant, () -> {
            answers.sweep();
            return null;
        });
    }
}
