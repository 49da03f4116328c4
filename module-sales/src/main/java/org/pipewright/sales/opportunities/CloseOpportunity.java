package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Closes an opportunity that is won or lost; one in progress cannot be closed (S-CLOSE-05). */
@ApplicationScoped
class CloseOpportunity implements Verb<Opportunity, Nothing> {

    static final String NAME = "close";

    @Override
    public String name() {
        return NAME;
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
