package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;

/** Withdraws a quote; the customer can no longer accept it (S-QUO-02). */
@ApplicationScoped
class CancelQuote extends QuoteVerb<Reason> {

    CancelQuote() {
        super(
                "cancel",
                QuoteStatus.DRAFT,
                QuoteStatus.IN_REVIEW,
                QuoteStatus.APPROVED,
                QuoteStatus.SENT,
                QuoteStatus.EXPIRED);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Quote quote, Reason input) {
        quote.cancel(input.reason());
    }
}
