package org.pipewright.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.jobs.EachTenant;

/** Lets the history of every tenant go that is older than it may be. */
@ApplicationScoped
class RetentionDue implements Chore {

    @Inject
    EachTenant tenants;

    @Inject
    Retention retention;

    @Override
    public String name() {
        return "retention-due";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        tenants.perform(retention::expireAlone);
    }
}
