package org.pipewright.billing.subscriptions;

import java.util.Set;

/** Where a subscription stands (S-INV-10). */
enum SubscriptionStatus {
    /** Is written, and nothing is invoiced. */
    DRAFT,
    ACTIVE,
    /** Nothing is charged from a day on, until it goes on. */
    PAUSED,
    /** Its last day is over and invoiced. */
    ENDED;

    /** Whether it can go over to the other one. */
    boolean leadsTo(SubscriptionStatus next) {
        return switch (this) {
            case DRAFT -> next == ACTIVE;
            case ACTIVE -> Set.of(PAUSED, ENDED).contains(next);
            case PAUSED -> Set.of(ACTIVE, ENDED).contains(next);
            case ENDED -> false;
        };
    }

    /** Whether invoices are made of it. */
    boolean isRunning() {
        return this == ACTIVE || this == PAUSED;
    }
}
