package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.Records;

/** Cancels what else was offered in the deal of an accepted quote (S-QUO-16). */
@ApplicationScoped
class CancelOthers extends QuoteVerb<Reason> {

    @Inject
    QuotesOfDeal quotes;

    @Inject
    Records records;

    CancelOthers() {
        super("cancel-others", QuoteStatus.ACCEPTED);
    }

    @Override
    public boolean offered(Quote quote) {
        return super.offered(quote) && !others(quote).isEmpty();
    }

    @Override
    public void perform(Quote quote, Reason input) {
        others(quote).forEach(other -> records.change(other, cancelled -> cancelled.cancel(input.reason())));
    }

    private List<Quote> others(Quote quote) {
        return quote.opportunity().map(quotes::of).orElse(List.of()).stream()
                .filter(other -> other.status().isOpen() && !other.id().equals(quote.id()))
                .toList();
    }
}
