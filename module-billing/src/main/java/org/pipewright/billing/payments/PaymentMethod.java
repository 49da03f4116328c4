package org.pipewright.billing.payments;

/** How money came or went. */
public enum PaymentMethod {
    TRANSFER,
    DIRECT_DEBIT,
    CARD,
    CASH,
    /** Through a provider that told of it (S-PAY-09). */
    PROVIDER,
    OTHER
}
