package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.sales.opportunities.DealsOfDocuments;
import org.pipewright.sales.opportunities.Opportunity;

/** What quotes tell their deals: what the leading one comes to (S-QUO-16), and that one was accepted (S-CLOSE-15). */
@ApplicationScoped
class DealsFollow implements RecordReaction<Quote> {

    static final String WIN = "sales.win-when-accepted";
    static final String AMOUNT = "sales.amount-follows-quote";

    @Inject
    QuotesOfDeal quotes;

    @Inject
    Records records;

    @Inject
    DealsOfDocuments deals;

    @Inject
    TenantSettings settings;

    @Override
    public void written(List<Written<Quote>> writes) {
        writes.stream()
                .flatMap(write -> write.record().opportunity().stream())
                .distinct()
                .forEach(this::follow);
        if (settings.flag(WIN)) {
            writes.stream()
                    .filter(write ->
                            write.change().touches("status") && write.record().status() == QuoteStatus.ACCEPTED)
                    .map(Written::record)
                    .forEach(quote -> quote.opportunity().ifPresent(deal -> deals.win(deal, quote.net())));
        }
    }

    @Override
    public void binned(Quote quote) {
        quote.opportunity().ifPresent(this::follow);
    }

    @Override
    public void restored(Quote quote) {
        quote.opportunity().ifPresent(this::follow);
    }

    private void follow(UUID id) {
        Optional<Money> total =
                quotes.leadingOf(id).map(Quote::net).filter(net -> net.amount().signum() != 0);
        records.withId(Opportunity.class, id)
                .filter(deal -> !Objects.equals(deal.quoted(), total))
                .ifPresent(deal -> records.change(deal, changed -> changed.quoted(total, settings.flag(AMOUNT))));
    }
}
