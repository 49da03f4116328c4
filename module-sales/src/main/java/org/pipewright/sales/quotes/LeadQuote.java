package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;

/** Makes it the one of its deal's quotes that counts (S-QUO-04). */
@ApplicationScoped
class LeadQuote extends QuoteVerb<Nothing> {

    @Inject
    QuotesOfDeal quotes;

    LeadQuote() {
        super(
                "lead",
                QuoteStatus.DRAFT,
                QuoteStatus.IN_REVIEW,
                QuoteStatus.APPROVED,
                QuoteStatus.SENT,
                QuoteStatus.ACCEPTED,
                QuoteStatus.EXPIRED);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Quote quote) {
        return super.offered(quote) && quote.opportunity().isPresent() && !quote.isLeading();
    }

    @Override
    public void perform(Quote quote, Nothing nothing) {
        quotes.lead(quote);
    }
}
