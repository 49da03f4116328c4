package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.sales.opportunities.Opportunity;

/** A deal with an order stays (S-OPP-27). */
@ApplicationScoped
class OrdersKeepDeals extends OrdersKeep {

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    String attribute() {
        return "opportunity";
    }
}
