package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** A deal whose quote the customer accepted is not lost (S-CLOSE-10). */
@ApplicationScoped
class AcceptedQuoteStays implements TransitionGuard {

    @Inject
    QuotesOfDeal quotes;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public void require(String action, UUID deal) {
        if (action.equals("lose")) {
            quotes.of(deal).stream()
                    .filter(quote -> quote.status() == QuoteStatus.ACCEPTED)
                    .findFirst()
                    .ifPresent(accepted -> {
                        throw Refusal.of(
                                SalesErrorCode.DEAL_ACCEPTED, accepted.number().orElseThrow());
                    });
        }
    }
}
