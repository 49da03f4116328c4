package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;

/** Makes it a draft again: it is not approved, or is to be changed, which voids the approval (S-QUO-11). */
@ApplicationScoped
class RedraftQuote extends QuoteVerb<Nothing> {

    RedraftQuote() {
        super("redraft", QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Quote quote, Nothing nothing) {
        quote.redraft();
    }
}
