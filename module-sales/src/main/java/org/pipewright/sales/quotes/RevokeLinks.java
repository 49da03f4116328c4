package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.records.Nothing;

/** Takes back all links to the customer's page of a quote, such as when a mail went to the wrong address (S-QUO-07). */
@ApplicationScoped
class RevokeLinks extends QuoteVerb<Nothing> {

    @Inject
    Links links;

    RevokeLinks() {
        super("revoke-links", QuoteStatus.SENT, QuoteStatus.ACCEPTED, QuoteStatus.REJECTED, QuoteStatus.EXPIRED);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Quote quote, Nothing nothing) {
        links.revoke(Quote.NAME, quote.id());
    }
}
