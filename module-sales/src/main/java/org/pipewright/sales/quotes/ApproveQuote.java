package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;

/** Approves what is over a limit (S-QUO-11). */
@ApplicationScoped
class ApproveQuote extends QuoteVerb<Nothing> {

    ApproveQuote() {
        super("approve", QuoteStatus.IN_REVIEW);
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public void perform(Quote quote, Nothing nothing) {
        quote.approve();
    }
}
