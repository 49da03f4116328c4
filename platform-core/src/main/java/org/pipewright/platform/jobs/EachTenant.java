package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Origin;

/** Does the same for every tenant, with the tenant bound; for chores. */
@ApplicationScoped
public class EachTenant {

    private static final Logger LOGGER = System.getLogger(EachTenant.class.getName());

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    /** Does the work as the system for one active tenant after the other; what fails for one is logged and keeps nobody else waiting. */
    public void perform(Runnable work) {
        sql.list("select id from platform.tenant where status = 'ACTIVE'", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> perform(tenant, work));
    }

    /** Does the work for one tenant after the other, closed ones too, as nobody; what fails ends the round. */
    public void performForClosedToo(Runnable work) {
        sql.list("select id from platform.tenant", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> BoundTenant.during(tenant, () -> {
                    work.run();
                    return null;
                }));
    }

    private void perform(UUID tenant, Runnable work) {
        try {
            binding.during(callers.system(tenant), Origin.JOB, () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A chore for tenant " + tenant + " failed; it comes round again", e);
        }
    }
}
