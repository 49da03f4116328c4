package org.pipewright.billing.ledger;

/** Why a customer owes more or less than before. */
public enum EntryKind {
    /** An invoice was issued. */
    INVOICE,
    /** A credit note was issued. */
    CREDIT_NOTE,
    /** The customer paid. */
    PAYMENT,
    /** The customer was paid back. */
    REFUND,
    /** What was open is given up, or asked for again. */
    WRITE_OFF,
    /** Reminders cost something, or do not any more. */
    FEE,
    /** Money in one currency was taken for what is owed in another one. */
    EXCHANGE
}
