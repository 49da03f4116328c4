package org.pipewright.platform.accounts;

/** What the form of a tax number tells of it. A number is never refused for it: rules of countries change. */
enum TaxNumberStanding {
    PLAUSIBLE,
    WRONG_FORMAT,
    WRONG_CHECK_DIGIT
}
