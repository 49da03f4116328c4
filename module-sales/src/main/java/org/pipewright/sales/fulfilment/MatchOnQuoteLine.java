package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteLine;

/** What is offered changes with the lines of quotes. */
@ApplicationScoped
class MatchOnQuoteLine extends MatchOnLine<QuoteLine> {

    @Override
    Optional<UUID> demand(QuoteLine line) {
        return line.demandLine();
    }

    @Override
    Optional<UUID> deal(QuoteLine line) {
        return records.withId(Quote.class, line.document()).flatMap(Quote::opportunity);
    }
}
