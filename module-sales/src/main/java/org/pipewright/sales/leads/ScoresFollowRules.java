package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;

/** Reckons anew when a rule comes or goes. */
@ApplicationScoped
class ScoresFollowRules implements RecordReaction<ScoreRule> {

    @Inject
    Scores scores;

    @Override
    public void written(List<Written<ScoreRule>> writes) {
        scores.reckonAll();
    }

    @Override
    public void binned(ScoreRule rule) {
        scores.reckonAll();
    }

    @Override
    public void restored(ScoreRule rule) {
        scores.reckonAll();
    }
}
