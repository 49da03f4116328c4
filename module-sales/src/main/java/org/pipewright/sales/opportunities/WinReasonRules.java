package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.sales.SalesErrorCode;

/** Win reasons: a used one can be deactivated, not deleted. */
@ApplicationScoped
class WinReasonRules implements RecordRules<WinReason> {

    @Inject
    Catalogue catalogue;

    @Override
    public void derive(WinReason reason, Change change) {
        reason.fillGaps(catalogue.endOfWinReasons());
    }

    @Override
    public void requireDeletable(WinReason reason) {
        if (catalogue.users("winReason", reason.id()) > 0) {
            throw Refusal.of(SalesErrorCode.ENTRY_IN_USE, reason.name());
        }
    }
}
