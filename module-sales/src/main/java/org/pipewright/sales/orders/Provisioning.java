package org.pipewright.sales.orders;

/** How far services of an order are set up, apart from its status (S-ORD-02). */
enum Provisioning {
    NONE,
    PENDING,
    DONE,
    FAILED
}
