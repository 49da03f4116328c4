package org.pipewright.platform.takeouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.jobs.EachTenant;

/** Removes archives after their seven days, in one tenant after the other. */
@ApplicationScoped
class TakeoutExpiry implements Chore {

    @Inject
    EachTenant tenants;

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
        tenants.performForClosedToo(rows::expire);
    }
}
