package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.LinkedActivity;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.tasks.WaiveTasks.Waiver;

/** Calls the mandatory tasks of a deal's stage off, with the reason, so that it may go on (S-KIND-15). */
@ApplicationScoped
class WaiveTasks implements Verb<Opportunity, Waiver> {

    static final String NAME = "waive-tasks";

    /**
     * Why.
     *
     * @param reason kept on each of the tasks
     */
    record Waiver(
            @Field(required = true, format = Field.Format.MULTILINE, max = 2000)
            String reason) {}

    @Inject
    DealTasks tasks;

    @Inject
    Activities activities;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String feature() {
        return Management.FEATURE;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Opportunity deal) {
        return !deal.isDecided() && !owed(deal).isEmpty();
    }

    @Override
    public void perform(Opportunity deal, Waiver waiver) {
        owed(deal).forEach(task -> activities.callOff(task.id(), waiver.reason()));
    }

    private List<LinkedActivity> owed(Opportunity deal) {
        return deal.stage().map(stage -> tasks.owed(deal.id(), stage)).orElse(List.of());
    }
}
