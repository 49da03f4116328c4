package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes back an acceptance that was a mistake, for a reason (S-QUO-17). */
@ApplicationScoped
class ReverseQuote extends QuoteVerb<Reason> {

    ReverseQuote() {
        super("reverse", QuoteStatus.ACCEPTED);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Quote quote, Reason input) {
        quote.reverse(input.reason());
    }
}
