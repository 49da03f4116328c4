package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** That a deal was decided is no slip of the hand any more once it got a quote that was sent since (S-CLOSE-13). */
@ApplicationScoped
class QuotesRestOnDecision implements TransitionGuard {

    @Inject
    QuotesOfDeal quotes;

    @Inject
    Records records;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public void require(String action, UUID deal) {
        if (action.equals("correct")) {
            Optional<Instant> decided = records.withId(Opportunity.class, deal).flatMap(Opportunity::decidedAt);
            quotes.of(deal).stream()
                    .filter(quote -> quote.status() == QuoteStatus.SENT || quote.status() == QuoteStatus.ACCEPTED)
                    .filter(quote -> decided.filter(quote::wasSentAfter).isPresent())
                    .findFirst()
                    .ifPresent(later -> {
                        throw Refusal.of(
                                SalesErrorCode.DECISION_IN_USE, later.number().orElse(later.name()));
                    });
        }
    }
}
