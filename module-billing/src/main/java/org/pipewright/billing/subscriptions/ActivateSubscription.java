package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Verb;

/** Lets invoices be made of a subscription; what is due already is made with the next run (S-INV-10). */
@ApplicationScoped
class ActivateSubscription implements Verb<Subscription, Nothing> {

    @Inject
    Parts parts;

    @Override
    public String name() {
        return "activate";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Subscription subscription) {
        return subscription.status() == SubscriptionStatus.DRAFT;
    }

    @Override
    public void perform(Subscription subscription, Nothing nothing) {
        if (parts.of(SubscriptionLine.class, subscription.id()).isEmpty()) {
            throw Refusal.of(BillingErrorCode.NO_LINES);
        }
        subscription.activate();
    }
}
