package org.pipewright.territories.plans;

import java.util.List;
import java.util.UUID;
import org.pipewright.territories.assignment.SurveyView;

/**
 * What a plan would bring about, or what rolling it back would once it is active.
 *
 * @param differences territories it concerns
 * @param types who would move from where to where, of each record type; none of a plan that was archived
 */
public record ComparisonView(List<Difference> differences, List<SurveyView.OfType> types) {

    /** What becomes of a territory. */
    public enum Kind {
        NEW,
        CHANGED,
        DROPPED
    }

    /**
     * A territory that the plan concerns.
     *
     * @param fields what is otherwise, of one that is changed
     * @param changedMeanwhile whether the live one was changed too since the plan was drawn
     */
    public record Difference(UUID id, String name, Kind kind, List<String> fields, boolean changedMeanwhile) {}
}
