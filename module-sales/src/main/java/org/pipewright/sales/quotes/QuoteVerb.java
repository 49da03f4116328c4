package org.pipewright.sales.quotes;

import java.util.Set;
import org.pipewright.platform.spi.records.Verb;

/**
 * Something done to a quote while it stands where it can be done.
 *
 * @param <I> a Java record with the input
 */
abstract class QuoteVerb<I extends Record> implements Verb<Quote, I> {

    private final String name;
    private final Set<QuoteStatus> from;

    QuoteVerb(String name, QuoteStatus... from) {
        this.name = name;
        this.from = Set.of(from);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean offered(Quote quote) {
        return from.contains(quote.status());
    }
}
