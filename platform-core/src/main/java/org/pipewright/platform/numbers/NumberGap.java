package org.pipewright.platform.numbers;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Numbers of a series that are missing (S-NUM-07).
 *
 * @param period in which they count; empty where numbers never begin again
 * @param first of them, as it is counted
 * @param last of them
 * @param number as it is written, where it was taken; else null
 * @param day of the document that took it, or null
 * @param reason why, as far as is known
 * @param at when that was done, or null
 */
public record NumberGap(String period, long first, long last, String number, LocalDate day, Reason reason, Instant at) {

    /** Why numbers are missing. */
    public enum Reason {
        /** Somebody let the series go on with a later one. */
        LEFT_OUT,
        /** Somebody deleted the document. */
        DELETED,
        /** It was taken, and there is no document with it: nothing tells why. */
        DOCUMENT_LOST,
        /** That it was taken is not known any more: nothing tells why. */
        NUMBER_LOST
    }
}
