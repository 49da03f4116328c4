package org.pipewright.billing.bankfiles;

/** Why an entry was not booked by itself. */
enum ReviewReason {
    /** Neither its text nor its payer tells what it is for. */
    UNKNOWN,
    /** It may be for this or for that. */
    SEVERAL,
    /** What it is for is known, but there is less or more of it. */
    AMOUNT,
    /** The bank took back what it had booked. */
    REVERSAL,
    /** Money that went out, and is no refund. */
    OUTGOING
}
