package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.spi.records.Origin;

/** Lets the hidden fields of every tenant go whose time to be restored is over (S-CF-05). */
@ApplicationScoped
class OwnFieldsDue implements Chore {

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    OwnFieldExpiry expiry;

    @Override
    public String name() {
        return "own-fields-due";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        sql.list("select id from platform.tenant where status = 'ACTIVE'", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> binding.during(callers.system(tenant), Origin.JOB, expiry::expire));
    }
}
