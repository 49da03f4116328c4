package org.pipewright.sales.opportunities;

/** How an opportunity comes to a stage. */
enum Passage {
    /** By changing the field; the rules of the kind hold. */
    PLAIN,
    /** By the verb; the rules hold, too. */
    MOVE,
    /** Against the rules, by somebody with the right to, with a reason (S-KIND-06). */
    DEVIATION,
    /** Because it is now of another kind, with the stages mapped (S-KIND-16). */
    NEW_KIND,
    /** Because all running deals of its kind went over to another one (S-KIND-17). */
    MIGRATION,
    /** Because a decision was taken back (S-CLOSE-13). */
    CORRECTION;

    /** Whether the kind is another one afterwards. */
    boolean isToOtherKind() {
        return this == NEW_KIND || this == MIGRATION;
    }
}
