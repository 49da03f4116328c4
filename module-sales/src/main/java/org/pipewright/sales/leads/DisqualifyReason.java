package org.pipewright.sales.leads;

/** Why a lead is not pursued (S-LEAD-13). */
enum DisqualifyReason {
    NO_INTEREST,
    NO_BUDGET,
    NOT_REACHABLE,
    POOR_FIT,
    DUPLICATE,
    SPAM,
    OTHER
}
