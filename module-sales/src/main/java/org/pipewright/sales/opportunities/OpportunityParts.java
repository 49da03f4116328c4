package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;
import org.pipewright.sales.SalesErrorCode;

/** Nothing that belongs to a closed deal changes any more (S-CLOSE-04, S-DEM-11). */
@ApplicationScoped
class OpportunityParts implements PartRules<Opportunity> {

    @Override
    public Optional<Refusal> objection(Opportunity opportunity, String part) {
        return opportunity.isClosed() ? Optional.of(Refusal.of(SalesErrorCode.OPPORTUNITY_CLOSED)) : Optional.empty();
    }
}
