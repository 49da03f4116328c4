package org.pipewright.sales.opportunities;

/** How urgent the next step of a deal in progress is (S-OPP-13). */
enum NextStepDue {
    OVERDUE,
    TODAY
}
