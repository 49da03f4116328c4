package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;

/** Lead statuses: the tenant adds open ones, those of the product stay (S-LEAD-03). */
@ApplicationScoped
class LeadStatusRules implements RecordRules<LeadStatus> {

    @Override
    public void check(LeadStatus status, Change change, Violations violations) {
        if (status.isSystem() && !status.isActive()) {
            violations.reject("active", "read-only", "core.violation.read-only");
        }
    }

    @Override
    public void derive(LeadStatus status, Change change) {
        status.fillGaps();
    }

    @Override
    public void requireDeletable(LeadStatus status) {
        if (status.isSystem()) {
            throw Refusal.of(SalesErrorCode.SYSTEM_STATUS, status.name());
        }
    }
}
