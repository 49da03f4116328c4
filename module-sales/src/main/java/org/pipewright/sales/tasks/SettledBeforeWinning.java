package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.sales.opportunities.Opportunity;

/** Whoever wins a deal leaves its stage, too; whoever loses it leaves everything behind (S-KIND-15). */
@ApplicationScoped
class SettledBeforeWinning implements TransitionGuard {

    @Inject
    DealTasks tasks;

    @Inject
    Records records;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public void require(String action, UUID deal) {
        if (action.equals("win")) {
            records.withId(Opportunity.class, deal)
                    .flatMap(Opportunity::stage)
                    .ifPresent(stage -> tasks.requireSettled(deal, stage));
        }
    }
}
