package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;

/** Asks for approval (S-QUO-11). */
@ApplicationScoped
class SubmitQuote extends QuoteVerb<Nothing> {

    SubmitQuote() {
        super("submit", QuoteStatus.DRAFT);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Quote quote, Nothing nothing) {
        quote.submit();
    }
}
