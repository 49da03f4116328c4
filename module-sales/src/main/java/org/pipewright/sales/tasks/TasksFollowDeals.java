package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.opportunities.Opportunity;

/** Makes the tasks of a stage when a deal enters it, on whatever path, and what is to follow a victory (S-KIND-14, S-ACT-15). */
@ApplicationScoped
class TasksFollowDeals implements RecordReaction<Opportunity> {

    private static final String STAGE = "stage";
    private static final String OUTCOME = "outcome";

    @Inject
    DealTasks tasks;

    @Inject
    TaskRules rules;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        if (tenant.hasFeature("core.activities")) {
            writes.stream()
                    .filter(write ->
                            !(write.change().created() && write.change().historical()))
                    .forEach(write -> follow(write.record(), write.change()));
        }
    }

    private void follow(Opportunity deal, Change change) {
        if (tenant.hasFeature(Management.FEATURE) && !deal.isDecided() && change.touches(STAGE)) {
            deal.stage().ifPresent(stage -> enter(deal, stage));
        }
        if (change.touches(OUTCOME)) {
            decide(deal, change);
        }
    }

    private void enter(Opportunity deal, UUID stage) {
        LocalDate today = tenant.today();
        rules.onEntering(stage, deal)
                .forEach(rule -> tasks.open(
                        rule,
                        deal,
                        rule.days()
                                .map(days -> tenant.workingDaysAfter(today, days))
                                .orElse(null)));
    }

    private void decide(Opportunity deal, Change change) {
        Optional<LocalDate> won = deal.isWon() ? deal.actualClose() : Optional.empty();
        won.ifPresent(day -> tasks.followUp(TaskRule.Occasion.WON, deal, day));
        if (!change.created() && !deal.isWon()) {
            tasks.dropFollowUps(TaskRule.Occasion.WON, deal);
        }
    }
}
