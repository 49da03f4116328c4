package org.pipewright.billing.payments;

/** Whether money came or went. */
public enum Direction {
    IN,
    OUT
}
