package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;
import org.pipewright.sales.SalesErrorCode;

/** Lines of a quote stay as they were sent (S-QUO-05). */
@ApplicationScoped
class QuoteParts implements PartRules<Quote> {

    @Override
    public Optional<Refusal> objection(Quote quote, String part) {
        return quote.status().isEditable() ? Optional.empty() : Optional.of(Refusal.of(SalesErrorCode.QUOTE_LOCKED));
    }
}
