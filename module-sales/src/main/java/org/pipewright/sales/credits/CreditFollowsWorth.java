package org.pipewright.sales.credits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.Set;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.opportunities.Opportunity;

/** When a deal is worth something else, so are the shares in it. */
@ApplicationScoped
class CreditFollowsWorth implements RecordReaction<Opportunity> {

    private static final Set<String> WORTH = Set.of("amount", "closeRevenue", "outcome");

    @Inject
    Credits credits;

    @Inject
    Records records;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        writes.stream()
                .filter(write -> !write.change().created())
                .filter(write -> WORTH.stream().anyMatch(write.change()::touches))
                .map(Written::record)
                .forEach(deal -> credits.of(deal.id(), FlushModeType.COMMIT)
                        .forEach(split -> records.change(split, changed -> changed.take(deal.worth()))));
    }
}
