package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Charges nothing from a day on; not before what is invoiced already, which is credited if it is not to be paid. */
@ApplicationScoped
class PauseSubscription implements ProposingVerb<Subscription, PauseSubscription.From> {

    /** The first day of the pause. */
    record From(@Field(required = true) LocalDate on) {}

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public boolean offered(Subscription subscription) {
        return subscription.status() == SubscriptionStatus.ACTIVE;
    }

    @Override
    public From proposed(Subscription subscription) {
        return new From(subscription
                .chargedFrom()
                .filter(day -> day.isAfter(tenant.today()))
                .orElse(tenant.today()));
    }

    @Override
    public void perform(Subscription subscription, From from) {
        LocalDate first = subscription.chargedFrom().orElseThrow();
        SubscriptionDays.require(!from.on().isBefore(first), "billing.violation.charged");
        subscription.pause(from.on());
    }
}
