package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Calls an activity off; of a series nothing follows then. */
@ApplicationScoped
class CancelActivity implements Verb<Activity, CancelActivity.Cancellation> {

    /** Why, if it is worth a word. */
    record Cancellation(
            @Field(format = Field.Format.MULTILINE, max = 4000)
            String reason) {}

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Activity activity) {
        return activity.status().mayBecome(ActivityStatus.CANCELLED, activity.form());
    }

    @Override
    public void perform(Activity activity, Cancellation cancellation) {
        activity.end(ActivityStatus.CANCELLED, cancellation.reason());
    }
}
