package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.sales.demand.DemandLine;

/** A line that comes back from the bin catches up on what became of the documents meanwhile. */
@ApplicationScoped
class MatchOnDemandLine implements RecordReaction<DemandLine> {

    @Inject
    Matching matching;

    @Override
    public void written(List<Written<DemandLine>> writes) {}

    @Override
    public void restored(DemandLine line) {
        matching.follow(line.opportunity());
    }
}
