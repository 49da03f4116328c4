package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.sales.opportunities.Opportunity;

/** A deal that is taken up again offers what its quotes offer now, not what they did when it was lost. */
@ApplicationScoped
class MatchOnOpportunity implements RecordReaction<Opportunity> {

    @Inject
    Matching matching;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        writes.stream()
                .filter(write -> !write.change().created() && write.change().touches("status"))
                .forEach(write -> matching.follow(write.record().id()));
    }
}
