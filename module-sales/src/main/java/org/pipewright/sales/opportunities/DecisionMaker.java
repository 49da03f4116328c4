package org.pipewright.sales.opportunities;

/** Whether it is known who decides about a deal in progress (S-CON-06). */
enum DecisionMaker {
    KNOWN,
    MISSING
}
