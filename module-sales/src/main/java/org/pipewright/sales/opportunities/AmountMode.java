package org.pipewright.sales.opportunities;

/** Where the amount of an opportunity comes from (S-OPP-15). */
public enum AmountMode {
    /** It is typed. */
    MANUAL,
    /** It is what the product lines come to. */
    LINES,
    /** It is what the primary demand comes to. */
    DEMAND,
    /** It is what the leading quote comes to before tax (S-QUO-16). */
    QUOTE
}
