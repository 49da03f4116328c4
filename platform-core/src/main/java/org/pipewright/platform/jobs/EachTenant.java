package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Origin;

/** Does the same for every active tenant, as the system, with the tenant bound; for chores. */
@ApplicationScoped
public class EachTenant {

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    /** Does the work for one tenant after the other; an exception ends the round. */
    public void perform(Runnable work) {
        sql.list("select id from platform.tenant where status = 'ACTIVE'", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> binding.during(callers.system(tenant), Origin.JOB, () -> {
                    work.run();
                    return null;
                }));
    }
}
