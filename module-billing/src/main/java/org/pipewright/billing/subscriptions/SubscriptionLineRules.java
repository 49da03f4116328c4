package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentLineRules;

/** Lines of subscriptions are like those of any document. */
@ApplicationScoped
class SubscriptionLineRules extends DocumentLineRules<Subscription, SubscriptionLine> {

    SubscriptionLineRules() {
        super(Subscription.class);
    }
}
