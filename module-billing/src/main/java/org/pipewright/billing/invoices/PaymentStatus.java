package org.pipewright.billing.invoices;

/** Whether an invoice is paid, as the database reckons it when it is read (S-INV-03). */
public enum PaymentStatus {
    UNPAID,
    PARTLY_PAID,
    PAID,
    OVERDUE
}
