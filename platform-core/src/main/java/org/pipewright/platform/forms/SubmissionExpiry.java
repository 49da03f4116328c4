package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.jobs.EachTenant;

/** Forgets submissions nobody confirmed within a week, in one tenant after the other. */
@ApplicationScoped
class SubmissionExpiry implements Chore {

    @Inject
    EachTenant tenants;

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
        tenants.performForClosedToo(submissions::sweep);
    }
}
