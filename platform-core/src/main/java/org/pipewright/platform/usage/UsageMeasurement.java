package org.pipewright.platform.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.spi.records.Origin;

/** Measures every tenant now and then, so that the figures of a month stand at its end. */
@ApplicationScoped
class UsageMeasurement implements Chore {

    @Inject
    @ConfigProperty(name = "pipewright.platform.usage-minutes", defaultValue = "60")
    int minutes;

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    OneMeasurement measurement;

    @Override
    public String name() {
        return "usage-measurement";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(minutes);
    }

    @Override
    public void run() {
        sql.list(
                        "select id from platform.tenant where status not in ('PENDING_VERIFICATION', 'DELETED')",
                        row -> row.getObject(1, UUID.class))
                .forEach(tenant -> binding.during(callers.system(tenant), Origin.JOB, measurement::take));
    }
}
