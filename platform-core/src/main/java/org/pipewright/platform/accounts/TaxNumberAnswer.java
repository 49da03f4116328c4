package org.pipewright.platform.accounts;

/** What the authority's register said of a tax number. */
enum TaxNumberAnswer {
    VALID,
    INVALID
}
