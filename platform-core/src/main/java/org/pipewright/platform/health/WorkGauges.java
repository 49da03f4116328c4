package org.pipewright.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.pipewright.platform.database.DatabaseFailure;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.startup.ApplicationStarted;

/** Figures of work that waits, for the metrics endpoint; read from the database when they are asked for. */
@ApplicationScoped
class WorkGauges {

    private static final int UNKNOWN = -1;

    @Inject
    MetricRegistry metrics;

    @Inject
    Sql sql;

    void register(@Observes ApplicationStarted event) {
        gauge("pipewright_outbox_waiting", "select count(*) from platform.outbox where failed_at is null");
        gauge("pipewright_outbox_failed", "select count(*) from platform.outbox where failed_at is not null");
        gauge("pipewright_jobs_open", "select count(*) from platform.job where state in ('WAITING', 'RUNNING')");
        gauge("pipewright_tenants_active", "select count(*) from platform.tenant where status = 'ACTIVE'");
    }

    private void gauge(String name, String query) {
        metrics.gauge(name, () -> count(query));
    }

    private Integer count(String query) {
        try {
            return sql.list(query, row -> row.getInt(1), List.of()).get(0);
        } catch (DatabaseFailure e) {
            return UNKNOWN;
        }
    }
}
