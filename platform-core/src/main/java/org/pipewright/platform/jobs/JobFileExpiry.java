package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.pipewright.platform.database.Sql;

/**
 * Removes what jobs made once its day is over, in one tenant after the other, closed ones too; and what jobs were started
 * with a day after their end: a filter may name a person whose data is erased one day.
 */
@ApplicationScoped
class JobFileExpiry implements Chore {

    @Inject
    Sql sql;

    @Inject
    EachTenant tenants;

    @Inject
    JobFiles files;

    @Override
    public String name() {
        return "job-file-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        sql.update(
                "update platform.job set payload = '{}' where payload <> '{}' and finished_at <= ?",
                Instant.now().minus(JobFiles.KEPT));
        tenants.performForClosedToo(files::expire);
    }
}
