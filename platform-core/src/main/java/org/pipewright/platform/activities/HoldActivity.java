package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a call or meeting was held. */
@ApplicationScoped
class HoldActivity extends EndActivity {

    @Override
    public String name() {
        return "hold";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    ActivityStatus end() {
        return ActivityStatus.HELD;
    }
}
