package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;

/** What holds for a single line of demand. */
@ApplicationScoped
class DemandLineRules implements RecordRules<DemandLine> {

    private static final String FULFILMENT = "fulfilment";

    @Inject
    TenantSettings settings;

    @Override
    public void prepare(DemandLine line) {
        line.typed();
        settle(line);
    }

    /** How far a line is met is typed only while no order tells (S-DEM-06). */
    @Override
    public void check(DemandLine line, Change change, Violations violations) {
        if (line.isMatched() && change.touches(FULFILMENT)) {
            violations.reject(FULFILMENT, "follows", "sales.violation.fulfilment-follows");
        }
    }

    @Override
    public void derive(DemandLine line, Change change) {
        if (!line.isMatched() && (change.created() || change.touches(FULFILMENT))) {
            line.typed();
        }
        settle(line);
    }

    private void settle(DemandLine line) {
        line.settle(settings.text(Measure.SETTING).equals(Measure.DELIVERED));
    }
}
