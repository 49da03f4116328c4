package org.pipewright.territories.plans;

/** Where a plan is on its way (S-TERR-08). */
enum PlanStatus {
    /** Its territories are drawn; nothing of it counts. */
    PLANNING,
    /** It is the last one that was activated. */
    ACTIVE,
    /** It was put aside, rolled back, or another one was activated since. */
    ARCHIVED
}
