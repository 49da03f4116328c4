package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;

/** Marks a task as done, or what was to be written as written. */
@ApplicationScoped
class CompleteActivity extends EndActivity {

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    ActivityStatus end() {
        return ActivityStatus.DONE;
    }
}
