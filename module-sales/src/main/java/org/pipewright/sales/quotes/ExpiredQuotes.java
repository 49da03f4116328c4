package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordChore;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Lets quotes expire whose last day is over in the tenant's time zone (S-QUO-10). */
@ApplicationScoped
class ExpiredQuotes implements RecordChore<Quote> {

    @Inject
    QuotesOfDeal quotes;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Override
    public List<UUID> due() {
        return quotes.overOn(tenant.today());
    }

    @Override
    public void perform(Quote quote) {
        if (quote.status() == QuoteStatus.SENT && quote.isOverOn(tenant.today())) {
            records.change(quote, Quote::expire);
        }
    }
}
