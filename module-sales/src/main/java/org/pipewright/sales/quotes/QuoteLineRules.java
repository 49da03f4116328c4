package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentLineRules;

/** Rules of the lines of quotes. */
@ApplicationScoped
class QuoteLineRules extends DocumentLineRules<Quote, QuoteLine> {

    QuoteLineRules() {
        super(Quote.class);
    }
}
