package org.pipewright.billing.bankfiles;

/** What became of an entry. */
enum EntryStatus {
    /** It was read, and is about to be booked. */
    NEW,
    BOOKED,
    /** Somebody has to say what it is for. */
    REVIEW,
    /** It is none of the customers' payments. */
    DISMISSED
}
