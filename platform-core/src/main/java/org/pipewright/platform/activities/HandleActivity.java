package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Takes what came in off the list of what nobody has looked after yet (S-ACT-07). */
@ApplicationScoped
class HandleActivity implements Verb<Activity, Nothing> {

    @Override
    public String name() {
        return "handle";
    }

    @Override
    public boolean offered(Activity activity) {
        return !activity.isHandled();
    }

    @Override
    public void perform(Activity activity, Nothing input) {
        activity.handle();
    }
}
