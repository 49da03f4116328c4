package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteLine;

/** What is offered changes with the state of a quote, and with the deal it is for. */
@ApplicationScoped
class MatchOnQuote implements RecordReaction<Quote> {

    private static final String DEAL = "opportunity";

    @Inject
    Matching matching;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public void written(List<Written<Quote>> writes) {
        for (Written<Quote> write : writes) {
            if (!write.change().created() && write.change().touches(DEAL)) {
                leave(write.record());
                write.change().before(DEAL).map(UUID.class::cast).ifPresent(matching::follow);
            }
            write.record().opportunity().ifPresent(matching::follow);
        }
    }

    /** What was asked for in one deal is not asked for in another. */
    private void leave(Quote quote) {
        parts.of(QuoteLine.class, quote.id()).forEach(line -> records.change(line, QuoteLine::forgetDemand));
    }

    @Override
    public void binned(Quote quote) {
        quote.opportunity().ifPresent(matching::follow);
    }

    @Override
    public void restored(Quote quote) {
        quote.opportunity().ifPresent(matching::follow);
    }
}
