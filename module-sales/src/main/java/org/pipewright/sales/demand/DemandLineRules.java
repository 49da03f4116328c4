package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/** What holds for a single line of demand. */
@ApplicationScoped
class DemandLineRules implements RecordRules<DemandLine> {

    @Override
    public void prepare(DemandLine line) {
        line.settle();
    }

    @Override
    public void derive(DemandLine line, Change change) {
        line.settle();
    }
}
