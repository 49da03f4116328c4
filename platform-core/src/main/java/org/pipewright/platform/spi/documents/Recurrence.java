package org.pipewright.platform.spi.documents;

/** How often a price is due that is due again and again (S-PROD-07). */
public enum Recurrence {
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR
}
