package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A score that rules reckon follows the lead and is not typed (S-LEAD-11). */
@ApplicationScoped
class ScoresFollowLeads implements RecordReaction<Lead>, RecordRules<Lead> {

    private static final String SCORE = "score";

    @Inject
    Scores scores;

    @Override
    public Class<Lead> type() {
        return Lead.class;
    }

    @Override
    public void check(Lead lead, Change change, Violations violations) {
        if (change.touches(SCORE) && !change.historical() && scores.areReckoned()) {
            violations.reject(SCORE, "reckoned", "sales.violation.reckoned");
        }
    }

    @Override
    public void written(List<Written<Lead>> writes) {
        scores.reckon(writes.stream().map(write -> write.record().id()).toList());
    }
}
