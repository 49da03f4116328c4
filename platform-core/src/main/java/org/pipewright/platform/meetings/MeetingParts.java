package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.spi.records.PartRules;

/** People come to what is held at a time; nobody comes to a task. */
@ApplicationScoped
class MeetingParts implements PartRules<Activity> {

    @Override
    public boolean has(Activity activity, String part) {
        return activity.form().isHeld();
    }
}
