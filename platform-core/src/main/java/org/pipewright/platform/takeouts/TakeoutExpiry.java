package org.pipewright.platform.takeouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;

/** Removes archives after their seven days, in one tenant after the other. */
@ApplicationScoped
class TakeoutExpiry implements Chore {

    @Inject
    Sql sql;

    @Inject
    TakeoutRows rows;

    @Override
    public String name() {
        return "takeout-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        sql.list("select id from platform.tenant", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> BoundTenant.during(tenant, () -> {
                    rows.expire();
                    return null;
                }));
    }
}
