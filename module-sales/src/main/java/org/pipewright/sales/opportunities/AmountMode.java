package org.pipewright.sales.opportunities;

/** Where the amount of an opportunity comes from (S-OPP-15). */
public enum AmountMode {
    /** It is typed. */
    MANUAL,
    /** It is what the product lines come to. */
    LINES,
    /** It is what the primary demand comes to. */
    DEMAND
}
