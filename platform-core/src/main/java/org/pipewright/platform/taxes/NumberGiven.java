package org.pipewright.platform.taxes;

/** Whether a customer has a tax number with nothing against it. */
enum NumberGiven {
    GIVEN,
    NONE
}
