package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.CorrectOpportunity.Correction;

/**
 * Takes a decision back that was a slip of the hand: the same record is in progress again, the reason is kept
 * (S-CLOSE-13). Possible for a while only, and while no document rests on it; afterwards a deal is reopened.
 */
@ApplicationScoped
class CorrectOpportunity implements Verb<Opportunity, Correction> {

    static final String NAME = "correct";
    static final String LIMIT = "sales.correct-within-hours";

    /**
     * What is told about it.
     *
     * @param reason why the decision was a mistake
     */
    record Correction(@Field(required = true, max = 1000) String reason) {}

    @Inject
    Catalogue catalogue;

    @Inject
    TenantSettings settings;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return opportunity.isDecided() && opportunity.reopenedAs().isEmpty();
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Opportunity opportunity, Correction correction) {
        Instant until = opportunity.decidedAt().orElse(Instant.EPOCH).plus(Duration.ofHours(settings.integer(LIMIT)));
        if (Instant.now().isAfter(until)) {
            throw Refusal.of(SalesErrorCode.TOO_LATE_TO_CORRECT, String.valueOf(settings.integer(LIMIT)));
        }
        opportunity.correct(catalogue.system(OpportunityStatus.Category.OPEN).id(), correction.reason());
    }
}
