package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteStatus;

/** Makes the order of an accepted quote that has none (S-QUO-15). */
@ApplicationScoped
class OrderQuote implements Verb<Quote, Nothing> {

    @Inject
    Orders orders;

    @Inject
    CurrentCaller caller;

    @Override
    public String name() {
        return "order";
    }

    @Override
    public String feature() {
        return Order.FEATURE;
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Quote quote) {
        return quote.status() == QuoteStatus.ACCEPTED && orders.of(quote.id()).isEmpty();
    }

    @Override
    public void perform(Quote quote, Nothing nothing) {
        if (caller.level(Order.NAME, Action.CREATE) == Level.NONE) {
            throw Refusal.of(SalesErrorCode.ORDER_FORBIDDEN);
        }
        orders.make(quote);
    }
}
