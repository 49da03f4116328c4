package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;

/** Statuses of opportunities: the tenant adds open ones; won and lost mean 100 and 0 (S-OPP-08). */
@ApplicationScoped
class OpportunityStatusRules implements RecordRules<OpportunityStatus> {

    @Inject
    Catalogue catalogue;

    @Override
    public void prepare(OpportunityStatus status) {
        status.fillGaps();
    }

    @Override
    public void check(OpportunityStatus status, Change change, Violations violations) {
        if (!change.created() && status.outcome() != Outcome.IN_PROGRESS && change.touches("probability")) {
            violations.reject("probability", "read-only", "core.violation.read-only");
        }
        if (status.isSystem() && !status.isActive()) {
            violations.reject("active", "read-only", "core.violation.read-only");
        }
    }

    @Override
    public void derive(OpportunityStatus status, Change change) {
        prepare(status);
    }

    @Override
    public void requireDeletable(OpportunityStatus status) {
        if (status.isSystem()) {
            throw Refusal.of(SalesErrorCode.SYSTEM_STATUS, status.name());
        }
    }
}
