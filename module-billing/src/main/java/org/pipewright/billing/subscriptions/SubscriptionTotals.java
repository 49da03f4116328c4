package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentTotals;

/** A whole period costs what the lines do. */
@ApplicationScoped
class SubscriptionTotals extends DocumentTotals<Subscription, SubscriptionLine> {

    SubscriptionTotals() {
        super(Subscription.class, SubscriptionLine.class);
    }
}
