package org.pipewright.platform.taxes;

/**
 * A customer, as far as taxes depend on it.
 *
 * @param country code, empty if nobody knows
 * @param place seen from the tenant
 * @param number whether it has a tax number
 */
record Customer(String country, CustomerPlace place, NumberGiven number) {}
