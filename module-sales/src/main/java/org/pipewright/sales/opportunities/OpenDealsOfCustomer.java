package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;

/** Deals in progress with a business customer. */
@ApplicationScoped
class OpenDealsOfCustomer extends OpenDeals {

    @Override
    String attribute() {
        return "customer";
    }
}
