package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.sales.opportunities.Opportunity;

/** A deal of which the customer has a quote stays (S-OPP-27). */
@ApplicationScoped
class QuotesKeepDeals extends QuotesKeep {

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    String attribute() {
        return "opportunity";
    }
}
