package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Notes that the customer rejected it (S-QUO-08). */
@ApplicationScoped
class RejectQuote extends QuoteVerb<CustomersWord> {

    @Inject
    Decisions decisions;

    RejectQuote() {
        super("reject", QuoteStatus.SENT);
    }

    @Override
    public void perform(Quote quote, CustomersWord input) {
        decisions.reject(
                quote, input.by(), new Decisions.Evidence(QuoteDecision.Kind.REJECTED, input.reason(), "", ""));
    }
}
