package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantChore;

/** Lets quotes expire whose last day is over in the tenant's time zone (S-QUO-10). */
@ApplicationScoped
class ExpiredQuotes implements TenantChore {

    @Inject
    QuotesOfDeal quotes;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Override
    public void perform() {
        quotes.overOn(tenant.today()).forEach(quote -> records.change(quote, Quote::expire));
    }
}
