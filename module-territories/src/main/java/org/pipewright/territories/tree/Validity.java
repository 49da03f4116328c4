package org.pipewright.territories.tree;

import java.time.LocalDate;

/**
 * The days on which a territory counts.
 *
 * @param from the first of them; null if there always were some
 * @param until the last of them; null if there is none
 */
record Validity(LocalDate from, LocalDate until) {

    boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
