package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteStatus;

/** A quote that is accepted becomes an order, unless the tenant makes orders by hand (S-QUO-15). */
@ApplicationScoped
class OrderOnAcceptance implements RecordReaction<Quote> {

    @Inject
    Orders orders;

    @Inject
    TenantSettings settings;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<Quote>> writes) {
        if (tenant.hasFeature(Order.FEATURE) && settings.flag("sales.order-on-acceptance")) {
            writes.stream()
                    .filter(write ->
                            write.change().touches("status") && write.record().status() == QuoteStatus.ACCEPTED)
                    .forEach(write -> orders.make(write.record()));
        }
    }
}
