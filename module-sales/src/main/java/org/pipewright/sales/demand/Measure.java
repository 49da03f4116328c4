package org.pipewright.sales.demand;

/** What demand is met by: what was ordered, or what was delivered (S-DEM-06). */
public final class Measure {

    /** Key of the tenant's choice. */
    public static final String SETTING = "sales.demand-met-by";

    public static final String ORDERED = "ordered";
    public static final String DELIVERED = "delivered";

    private Measure() {}
}
