package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.opportunities.CloseOpportunity.Nothing;

/** Closes an opportunity that is won or lost; one in progress cannot be closed (S-CLOSE-05). */
@ApplicationScoped
class CloseOpportunity implements Verb<Opportunity, Nothing> {

    /** Closing needs to be told nothing. */
    record Nothing() {}

    @Override
    public String name() {
        return "close";
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return opportunity.isDecided() && !opportunity.isClosed();
    }

    @Override
    public void perform(Opportunity opportunity, Nothing nothing) {
        opportunity.close();
    }
}
