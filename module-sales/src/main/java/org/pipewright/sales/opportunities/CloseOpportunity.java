package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Closes an opportunity that is won or lost; one in progress cannot be closed (S-CLOSE-05). */
@ApplicationScoped
class CloseOpportunity implements Verb<Opportunity, Nothing> {

    @Override
    public String name() {
        return "close";
    }

    @Override
    public boolean leading() {
        return true;
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
