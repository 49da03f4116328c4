package org.pipewright.sales.kinds;

/** The switch between the simple list of statuses and kinds with stages (S-SET-03, S-KIND-20). */
public final class Management {

    /** Key of the feature. */
    public static final String FEATURE = "sales.opportunity-management";

    private Management() {}
}
