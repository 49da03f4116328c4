package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Makes its next version, a draft; it stays as it was sent until that one goes out (S-QUO-05). */
@ApplicationScoped
class ReviseQuote extends QuoteVerb<Nothing> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    CurrentTenant tenant;

    @Inject
    TenantSettings settings;

    @Inject
    QuotesOfDeal quotes;

    ReviseQuote() {
        super("revise", QuoteStatus.SENT, QuoteStatus.EXPIRED, QuoteStatus.REJECTED);
    }

    @Override
    public boolean offered(Quote quote) {
        return super.offered(quote) && !quotes.hasNewer(quote);
    }

    @Override
    public void perform(Quote quote, Nothing nothing) {
        Quote next = records.create(
                quote.nextVersion(tenant.today(), tenant.today().plusDays(settings.integer(QuoteRules.DAYS_VALID))));
        parts.copy(Quote.class, quote.id(), next.id(), QuoteLine.NAME::equals);
    }
}
