package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a call or meeting did not come about. */
@ApplicationScoped
class MissActivity extends EndActivity {

    @Override
    public String name() {
        return "miss";
    }

    @Override
    ActivityStatus end() {
        return ActivityStatus.NOT_HELD;
    }
}
