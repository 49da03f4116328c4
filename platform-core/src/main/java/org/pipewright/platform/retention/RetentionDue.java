package org.pipewright.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.spi.records.Origin;

/** Lets the history of every tenant go that is older than it may be. */
@ApplicationScoped
class RetentionDue implements Chore {

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    Retention retention;

    @Override
    public String name() {
        return "retention-due";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        sql.list("select id from platform.tenant where status = 'ACTIVE'", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> binding.during(callers.system(tenant), Origin.JOB, retention::expireAlone));
    }
}
