package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.jobs.EachTenant;

/** Lets the hidden fields of every tenant go whose time to be restored is over (S-CF-05). */
@ApplicationScoped
class OwnFieldsDue implements Chore {

    @Inject
    EachTenant tenants;

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
        tenants.perform(expiry::expire);
    }
}
