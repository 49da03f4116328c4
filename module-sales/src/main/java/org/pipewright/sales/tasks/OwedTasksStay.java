package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.LinkedActivity;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** A task without which a deal may not go on does not vanish in the bin (S-KIND-15). */
@ApplicationScoped
class OwedTasksStay implements TransitionGuard {

    @Inject
    Activities activities;

    @Inject
    TaskRules rules;

    @Inject
    Records records;

    @Override
    public String recordType() {
        return "core.activity";
    }

    @Override
    public void require(String action, UUID activity) {
        if (action.equals(Action.DELETE)) {
            activities
                    .withId(activity)
                    .filter(DealTasks::isOwed)
                    .filter(task -> task.origin()
                            .flatMap(Purpose::of)
                            .filter(this::keeps)
                            .isPresent())
                    .ifPresent(OwedTasksStay::refuse);
        }
    }

    /** Whether the deal is in the stage whose mandatory task it is. */
    private boolean keeps(Purpose purpose) {
        Optional<UUID> stage = records.withId(Opportunity.class, purpose.deal())
                .filter(deal -> !deal.isDecided())
                .flatMap(Opportunity::stage);
        return rules.withId(purpose.rule())
                .filter(rule ->
                        rule.isMandatory() && stage.filter(rule::isOfStage).isPresent())
                .isPresent();
    }

    private static void refuse(LinkedActivity task) {
        throw Refusal.of(SalesErrorCode.TASK_STAYS, task.subject());
    }
}
