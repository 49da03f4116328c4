package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Notes that the customer accepted in another way than by the link, with the reason to believe so (S-QUO-02). */
@ApplicationScoped
class AcceptQuote extends QuoteVerb<CustomersWord> {

    @Inject
    Decisions decisions;

    AcceptQuote() {
        super("accept", QuoteStatus.SENT);
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public void perform(Quote quote, CustomersWord input) {
        decisions.accept(
                quote, input.by(), new Decisions.Evidence(QuoteDecision.Kind.ACCEPTED, input.reason(), "", ""));
    }
}
