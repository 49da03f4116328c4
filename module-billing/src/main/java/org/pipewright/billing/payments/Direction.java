package org.pipewright.billing.payments;

/** Whether money came or went. */
enum Direction {
    IN,
    OUT
}
