package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pipewright.platform.spi.tenants.TenantChore;

/** Does what modules have to do for every tenant as time goes by. */
@ApplicationScoped
class ChoresOfModules implements Chore {

    @Inject
    @Any
    Instance<TenantChore> chores;

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
    }
}
