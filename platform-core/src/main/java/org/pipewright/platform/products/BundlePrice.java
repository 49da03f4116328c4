package org.pipewright.platform.products;

/** What a product costs that consists of others (S-PROD-08). */
enum BundlePrice {
    /** A price of its own. */
    OWN,
    /** What its parts cost by themselves. */
    SUM
}
