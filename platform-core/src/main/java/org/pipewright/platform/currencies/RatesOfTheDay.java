package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.spi.records.Origin;

/** Lets rates come into force that were entered for a day which has begun where the tenant is. */
@ApplicationScoped
class RatesOfTheDay implements Chore {

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    RatesInForce rates;

    @Override
    public String name() {
        return "rates-of-the-day";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        sql.list("select id from platform.tenant where status = 'ACTIVE'", row -> row.getObject(1, UUID.class))
                .forEach(tenant -> binding.during(callers.system(tenant), Origin.JOB, rates::followAll));
    }
}
