package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.spi.records.Origin;

/** Starts the purge of tenants whose days of grace are over; one that failed is tried again after an hour. */
@ApplicationScoped
class PurgesDue implements Chore {

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(30);
    private static final String DUE = "select t.id from platform.tenant t"
            + " where (t.status = 'DELETED' or (t.status = 'PENDING_DELETION'"
            + " and t.status_since <= now() - make_interval(days => ?)))"
            + " and not exists (select 1 from platform.job j where j.tenant_id = t.id and j.kind = 'purge'"
            + " and (j.state in ('WAITING', 'RUNNING') or j.finished_at > now() - interval '1 hour'))";

    @Inject
    Sql sql;

    @Inject
    DeletionGrace grace;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    PurgeStart start;

    @Override
    public String name() {
        return "purges-due";
    }

    @Override
    public Duration every() {
        return BETWEEN_ROUNDS;
    }

    @Override
    public void run() {
        List<UUID> due = sql.list(DUE, row -> row.getObject(1, UUID.class), grace.days());
        due.forEach(tenant -> binding.during(callers.system(tenant), Origin.JOB, start::queue));
    }
}
