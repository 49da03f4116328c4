package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.ChangeOfCurrency;

/** Puts a quote into another currency until it is approved or sent (S-CUR-07). */
@ApplicationScoped
class QuoteCurrency extends ChangeOfCurrency<Quote, QuoteLine> {

    QuoteCurrency() {
        super(QuoteLine.class);
    }

    @Override
    public boolean offered(Quote quote) {
        return quote.status().isEditable();
    }
}
