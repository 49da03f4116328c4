package org.pipewright.territories.assignment;

import java.util.List;
import java.util.UUID;
import org.pipewright.territories.assignment.AssignmentView.Named;

/**
 * What the rules make of all records (S-TERR-07, S-TERR-10).
 *
 * @param types of each record type that could be in territories
 * @param withoutMembers territories that count though nobody works in them
 * @param broken territories of which a rule cannot be asked any more
 */
public record SurveyView(List<OfType> types, List<Named> withoutMembers, List<Named> broken) {

    /**
     * Of one record type.
     *
     * @param records how many there are
     * @param holes how many are in no territory
     * @param overlaps how many match the rules of several
     * @param pinned how many are held somewhere
     * @param overlapping some of those that match the rules of several
     * @param moves how many move from where to where
     * @param moving how many move in all
     * @param value what these are worth; null if records of the type have no value
     */
    public record OfType(
            String recordType,
            long records,
            long holes,
            long overlaps,
            long pinned,
            List<Overlapping> overlapping,
            List<Flow> moves,
            long moving,
            Sum value) {}

    /** A record that matches the rules of several territories, the winning one first. */
    public record Overlapping(UUID record, List<Named> territories) {}

    /**
     * So many records move from one territory to another; null is none.
     *
     * @param value what they are worth; null if records of the type have no value
     */
    public record Flow(Named from, Named to, long records, Sum value) {}
}
