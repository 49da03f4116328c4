package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;

/** Opportunities and leads of a contact. */
@ApplicationScoped
class DealsInStoryOfContact extends DealsInStory {

    @Override
    String attribute() {
        return "contact";
    }
}
