package org.pipewright.billing.invoices;

/** What a document of billing is. */
enum InvoiceKind {
    INVOICE,
    CREDIT_NOTE
}
