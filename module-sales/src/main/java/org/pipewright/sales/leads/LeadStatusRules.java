package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.sales.SalesErrorCode;

/** Lead statuses: system ones stay, one in use stays until its leads have another (S-LEAD-03). */
@ApplicationScoped
class LeadStatusRules implements RecordRules<LeadStatus> {

    @Inject
    LeadStatuses statuses;

    @Override
    public void derive(LeadStatus status, Change change) {
        status.fillGaps(statuses.end());
    }

    @Override
    public void requireDeletable(LeadStatus status) {
        if (status.isSystem()) {
            throw Refusal.of(SalesErrorCode.SYSTEM_STATUS, status.name());
        }
        if (statuses.isUsed(status)) {
            throw Refusal.of(SalesErrorCode.ENTRY_IN_USE, status.name());
        }
    }
}
