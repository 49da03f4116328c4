package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** A deal is not lost while a customer could still accept one of its quotes: they are cancelled with it (S-CLOSE-10). */
@ApplicationScoped
class LostDeals implements RecordReaction<Opportunity> {

    @Inject
    QuotesOfDeal quotes;

    @Inject
    Records records;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        writes.stream()
                .filter(write -> !write.change().created() && write.change().touches("status"))
                .filter(write -> write.record().isLost())
                .forEach(write -> settle(write.record()));
    }

    private void settle(Opportunity deal) {
        List<Quote> open = quotes.of(deal.id()).stream()
                .filter(quote -> quote.status().isOpen())
                .toList();
        if (deal.cancelsQuotes()) {
            open.forEach(quote -> records.change(quote, Quote::cancelWithDeal));
        } else {
            open.stream()
                    .filter(quote -> quote.status() == QuoteStatus.SENT)
                    .findFirst()
                    .ifPresent(sent -> {
                        throw Refusal.of(
                                SalesErrorCode.QUOTE_OPEN, sent.number().orElseThrow());
                    });
        }
    }
}
