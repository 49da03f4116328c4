package org.pipewright.territories.assignment;

/** Why a record is in the territory it is in. */
public enum Ground {
    /** No other matched. */
    ONLY_MATCH,
    /** It has the better priority. */
    PRIORITY,
    /** It lies deeper in the tree. */
    MORE_SPECIFIC,
    /** It was there before the other. */
    OLDER,
    /** Somebody holds it there. */
    PINNED,
    /** The record is decided, and stays where it was (S-TERR-16). */
    SETTLED,
    /** None matched. */
    NO_MATCH
}
