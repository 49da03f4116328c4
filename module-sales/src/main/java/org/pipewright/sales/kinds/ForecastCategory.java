package org.pipewright.sales.kinds;

/** How sure a deal in a stage is for the forecast (S-KIND-01). */
public enum ForecastCategory {
    PIPELINE,
    BEST_CASE,
    COMMIT,
    CLOSED,
    OMITTED
}
