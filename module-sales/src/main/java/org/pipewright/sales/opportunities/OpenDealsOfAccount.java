package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;

/** Deals in progress with an account. */
@ApplicationScoped
class OpenDealsOfAccount extends OpenDeals {

    @Override
    String attribute() {
        return "account";
    }
}
