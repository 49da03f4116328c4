package org.pipewright.billing.subscriptions;

/** When a period is invoiced. */
enum BillingTime {
    /** On its first day. */
    IN_ADVANCE,
    /** On the day after its last one. */
    IN_ARREARS
}
