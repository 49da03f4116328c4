package org.pipewright.platform.prices;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** An adjustment changes something. */
@ApplicationScoped
class PriceAdjustmentRules implements RecordRules<PriceAdjustment> {

    @Override
    public void check(PriceAdjustment adjustment, Change change, Violations violations) {
        adjustment.fillGaps();
        if (adjustment.changesNothing()) {
            violations.missing("percent", "core.violation.required");
        }
    }
}
