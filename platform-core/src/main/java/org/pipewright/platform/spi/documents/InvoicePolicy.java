package org.pipewright.platform.spi.documents;

/** When the lines of an order may be invoiced; what is asked for beforehand, such as a down payment, always may. */
public enum InvoicePolicy {
    /** As soon as it is confirmed: what was ordered. */
    ORDER,
    /** As it goes out: what was delivered. */
    DELIVERY
}
