package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Makes an activity that was over, or put off, one to be done again. */
@ApplicationScoped
class ReopenActivity implements Verb<Activity, Nothing> {

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Activity activity) {
        return activity.status().mayBecome(ActivityStatus.toDo(activity.form()), activity.form());
    }

    @Override
    public void perform(Activity activity, Nothing input) {
        activity.moveTo(ActivityStatus.toDo(activity.form()));
    }
}
