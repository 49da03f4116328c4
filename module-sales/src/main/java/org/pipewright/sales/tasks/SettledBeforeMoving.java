package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * Keeps a deal in its stage until the mandatory tasks are settled, on whatever path it is moved (S-KIND-15). Asked when
 * the stage is known that the deal gets; one that gets another kind takes nothing along.
 */
@ApplicationScoped
class SettledBeforeMoving implements RecordRules<Opportunity> {

    private static final String STAGE = "stage";

    @Inject
    DealTasks tasks;

    @Override
    public void derive(Opportunity deal, Change change) {
        if (!change.created() && change.touches(STAGE) && !change.touches("kind")) {
            change.before(STAGE).map(UUID.class::cast).ifPresent(stage -> tasks.requireSettled(deal.id(), stage));
        }
    }
}
