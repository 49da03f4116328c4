package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;

/** Forgets submissions nobody confirmed within a week, in one tenant after the other. */
@ApplicationScoped
class SubmissionExpiry implements Chore {

    @Inject
    Sql sql;

    @Inject
    Submissions submissions;

    @Override
    public String name() {
        return "form-submission-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        sql.list("select id from platform.tenant", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> BoundTenant.during(tenant, () -> {
                    submissions.sweep();
                    return null;
                }));
    }
}
