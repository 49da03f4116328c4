package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentTotals;

/** Keeps with quotes what their lines come to. */
@ApplicationScoped
class QuoteTotals extends DocumentTotals<Quote, QuoteLine> {

    QuoteTotals() {
        super(Quote.class, QuoteLine.class);
    }
}
