package org.pipewright.sales.opportunities;

import java.util.Optional;
import org.pipewright.platform.spi.records.Violations;

/**
 * The facts an outcome needs and those it excludes (section 4 of the specification, S-CLOSE-02, S-CLOSE-03).
 *
 * @param opportunity that is checked
 * @param reason its loss reason
 * @param violations where to tell what is wrong
 */
record Facts(Opportunity opportunity, Optional<LossReason> reason, Violations violations) {

    void check(Outcome outcome) {
        switch (outcome) {
            case IN_PROGRESS -> {
                exclude("actualClose", opportunity.actualClose());
                exclude("closeRevenue", opportunity.closeRevenue());
                exclude("winReason", opportunity.winReason());
                excludeLoss();
            }
            case WON -> {
                need("actualClose", opportunity.actualClose());
                need("closeRevenue", opportunity.closeRevenue());
                excludeLoss();
            }
            case LOST -> {
                need("actualClose", opportunity.actualClose());
                need("lossReason", opportunity.lossReason());
                exclude("winReason", opportunity.winReason());
                if (reason.filter(LossReason::needsNote).isPresent()) {
                    need("lossNote", opportunity.lossNote());
                }
            }
        }
    }

    private void excludeLoss() {
        exclude("lossReason", opportunity.lossReason());
        exclude("lossNote", opportunity.lossNote());
    }

    private void exclude(String field, Optional<?> value) {
        if (value.isPresent()) {
            violations.reject(field, "not-with-outcome", "sales.violation.not-with-outcome");
        }
    }

    /** Historical data may lack what nobody can tell any more; what is decided today may not. */
    private void need(String field, Optional<?> value) {
        if (value.isEmpty() && opportunity.isDecidedNow()) {
            violations.reject(field, "required", "core.violation.required");
        } else if (value.isEmpty()) {
            violations.missing(field, "core.violation.required");
        }
    }
}
