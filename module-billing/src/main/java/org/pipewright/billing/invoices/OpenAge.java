package org.pipewright.billing.invoices;

/** For how many days what is open on an invoice is overdue, as the database reckons it when it is read (S-INV-13). */
enum OpenAge {
    NOT_DUE,
    UP_TO_30,
    UP_TO_60,
    UP_TO_90,
    OVER_90
}
