package org.pipewright.billing.invoices;

/** How far an invoice has come; whether it is paid is derived and stands nowhere (S-INV-03). */
enum InvoiceStatus {
    DRAFT,
    ISSUED,
    /** Taken back whole by credit notes. */
    CREDITED,
    /** Taken back at once, by a credit note that says why. */
    CANCELLED
}
