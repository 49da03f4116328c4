package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.sales.SalesErrorCode;

/** Loss reasons: a used one can be deactivated, not deleted (S-CLOSE-07). */
@ApplicationScoped
class LossReasonRules implements RecordRules<LossReason> {

    @Inject
    Catalogue catalogue;

    @Override
    public void derive(LossReason reason, Change change) {
        reason.fillGaps(catalogue.endOfReasons());
    }

    @Override
    public void requireDeletable(LossReason reason) {
        if (catalogue.users("lossReason", reason.id()) > 0) {
            throw Refusal.of(SalesErrorCode.ENTRY_IN_USE, reason.name());
        }
    }
}
