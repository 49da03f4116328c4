package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Begins a task. */
@ApplicationScoped
class StartActivity implements Verb<Activity, Nothing> {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public boolean offered(Activity activity) {
        return activity.status().mayBecome(ActivityStatus.IN_PROGRESS, activity.form());
    }

    @Override
    public void perform(Activity activity, Nothing input) {
        activity.moveTo(ActivityStatus.IN_PROGRESS);
    }
}
