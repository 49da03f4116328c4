package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordChore;
import org.pipewright.platform.spi.tenants.TenantChore;

/** Does what modules have to do for every tenant, and for single records, as time goes by. */
@ApplicationScoped
class ChoresOfModules implements Chore {

    private static final Logger LOGGER = System.getLogger(ChoresOfModules.class.getName());

    @Inject
    @Any
    Instance<TenantChore> chores;

    @Inject
    @Any
    Instance<RecordChore<?>> recordChores;

    @Inject
    EachTenant tenants;

    @Inject
    OneChore one;

    @Override
    public String name() {
        return "chores-of-modules";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        chores.forEach(chore -> tenants.perform(() -> one.perform(chore)));
        recordChores.forEach(chore -> tenants.perform(() -> one.due(chore).forEach(id -> perform(chore, id))));
    }

    /** What a record refuses keeps no other waiting. */
    private void perform(RecordChore<?> chore, UUID id) {
        try {
            one.perform(chore, id);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A chore for record " + id + " failed; it comes round again", e);
        }
    }
}
