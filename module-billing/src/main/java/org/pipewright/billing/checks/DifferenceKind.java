package org.pipewright.billing.checks;

/** Where two things that ought to be equal are not. */
enum DifferenceKind {
    /** What an invoice came to, and the ledger. */
    INVOICE,
    /** What a credit note came to, and the ledger. */
    CREDIT_NOTE,
    /** What a customer paid, and the ledger. */
    PAYMENT,
    /** What a customer was paid back, and the ledger. */
    REFUND,
    /** What was written off, and the ledger. */
    WRITE_OFF,
    /** What reminders cost, and the ledger. */
    FEE,
    /** What was taken in another currency, and the ledger. */
    EXCHANGE,
    /** What was gained by rates, and the ledger. */
    EXCHANGE_GAIN,
    /** What was lost by rates, and the ledger. */
    EXCHANGE_LOSS,
    /** What is open, and what that is reckoned from. */
    OPEN,
    /** What is paid on an invoice, and its allocations. */
    PAID,
    /** What is settled by credit, and the settlements. */
    SETTLED,
    /** What is left of a payment, and its allocations. */
    FREE,
    /** The tax of an invoice, and its tax entries. */
    TAX
}
