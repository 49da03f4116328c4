package org.pipewright.billing.invoices;

/** What a document of billing is. */
public enum InvoiceKind {
    INVOICE,
    CREDIT_NOTE
}
