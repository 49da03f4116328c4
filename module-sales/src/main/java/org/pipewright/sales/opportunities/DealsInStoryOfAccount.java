package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;

/** Opportunities and leads of an account. */
@ApplicationScoped
class DealsInStoryOfAccount extends DealsInStory {

    @Override
    String attribute() {
        return "account";
    }
}
