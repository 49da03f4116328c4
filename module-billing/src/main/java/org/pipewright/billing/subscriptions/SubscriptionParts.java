package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** Other lines hold for the invoices to come; once a subscription has ended there are none. */
@ApplicationScoped
class SubscriptionParts implements PartRules<Subscription> {

    @Override
    public Optional<Refusal> objection(Subscription subscription, String part) {
        return subscription.status() == SubscriptionStatus.ENDED
                ? Optional.of(Refusal.of(BillingErrorCode.SUBSCRIPTION_ENDED, subscription.name()))
                : Optional.empty();
    }
}
