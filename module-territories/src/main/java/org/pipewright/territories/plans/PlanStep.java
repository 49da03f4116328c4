package org.pipewright.territories.plans;

/** What can be done to a plan, and where that leads. */
enum PlanStep {
    ACTIVATE(PlanStatus.PLANNING, PlanStatus.ACTIVE),
    ROLL_BACK(PlanStatus.ACTIVE, PlanStatus.ARCHIVED),
    ARCHIVE(PlanStatus.PLANNING, PlanStatus.ARCHIVED),
    RESUME(PlanStatus.ARCHIVED, PlanStatus.PLANNING),
    /** Another plan was activated. */
    DISPLACE(PlanStatus.ACTIVE, PlanStatus.ARCHIVED),
    /** The plan that displaced it was rolled back. */
    RETURN(PlanStatus.ARCHIVED, PlanStatus.ACTIVE);

    private final PlanStatus from;
    private final PlanStatus to;

    PlanStep(PlanStatus from, PlanStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean isPossible(PlanStatus status) {
        return status == from;
    }

    PlanStatus to() {
        return to;
    }
}
