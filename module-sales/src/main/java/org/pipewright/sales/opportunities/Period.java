package org.pipewright.sales.opportunities;

/** How often a recurring amount comes in (S-OPP-16). */
enum Period {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
