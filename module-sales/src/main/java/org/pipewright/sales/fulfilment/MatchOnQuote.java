package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteLine;

/** What is offered changes with the state of a quote, and with the deal it is for. */
@ApplicationScoped
class MatchOnQuote extends MatchOnDocument<Quote> {

    @Override
    Optional<UUID> deal(Quote quote) {
        return quote.opportunity();
    }

    @Override
    void leave(Quote quote) {
        parts.of(QuoteLine.class, quote.id()).forEach(line -> records.change(line, QuoteLine::forgetDemand));
    }
}
