package org.pipewright.billing.payments;

/** How money came or went. */
public enum PaymentMethod {
    TRANSFER,
    DIRECT_DEBIT,
    CARD,
    CASH,
    OTHER
}
