package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteLine;

/** What is offered changes with the lines of quotes. */
@ApplicationScoped
class MatchOnQuoteLine implements RecordReaction<QuoteLine> {

    @Inject
    Matching matching;

    @Inject
    Records records;

    @Override
    public void written(List<Written<QuoteLine>> writes) {
        writes.stream()
                .filter(write -> isAbout(write.record()) || write.change().touches("demandLine"))
                .flatMap(write -> deal(write.record()).stream())
                .distinct()
                .forEach(matching::follow);
    }

    private static boolean isAbout(QuoteLine line) {
        return line.demandLine().isPresent();
    }

    private Optional<UUID> deal(QuoteLine line) {
        return records.withId(Quote.class, line.document()).flatMap(Quote::opportunity);
    }

    @Override
    public void binned(QuoteLine line) {
        follow(line);
    }

    @Override
    public void restored(QuoteLine line) {
        follow(line);
    }

    private void follow(QuoteLine line) {
        if (isAbout(line)) {
            deal(line).ifPresent(matching::follow);
        }
    }
}
