package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.jobs.EachTenant;

/** Lets rates come into force that were entered for a day which has begun where the tenant is. */
@ApplicationScoped
class RatesOfTheDay implements Chore {

    @Inject
    EachTenant tenants;

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
        tenants.perform(rates::followAll);
    }
}
