package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Charges again from a day on; what was used before the pause is invoiced first. */
@ApplicationScoped
class ResumeSubscription implements ProposingVerb<Subscription, ResumeSubscription.Again> {

    /** The first day after the pause. */
    record Again(@Field(required = true) LocalDate on) {}

    @Inject
    CurrentTenant tenant;

    @Inject
    Invoicing invoicing;

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Subscription subscription) {
        return subscription.status() == SubscriptionStatus.PAUSED;
    }

    @Override
    public Again proposed(Subscription subscription) {
        return new Again(subscription
                .pausedOn()
                .filter(day -> day.isAfter(tenant.today()))
                .orElse(tenant.today()));
    }

    /** A pause that is yet to come can only be taken back: what is used until then is not known. */
    @Override
    public void perform(Subscription subscription, Again again) {
        LocalDate paused = subscription.pausedOn().orElseThrow();
        SubscriptionDays.require(!again.on().isBefore(paused), "billing.violation.before-pause");
        SubscriptionDays.require(
                again.on().equals(paused) || !paused.isAfter(tenant.today()), "billing.violation.pause-to-come");
        if (again.on().isAfter(paused)) {
            invoicing.run(subscription, Integer.MAX_VALUE);
        }
        if (subscription.status() == SubscriptionStatus.PAUSED) {
            subscription.resume(again.on());
        }
    }
}
