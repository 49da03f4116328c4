package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Puts an activity off to another day. */
@ApplicationScoped
class DeferActivity implements Verb<Activity, DeferActivity.Deferral> {

    /** The day it is put off to. */
    record Deferral(@Field(required = true) LocalDate until) {}

    @Inject
    TimeZones zones;

    @Override
    public String name() {
        return "defer";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Activity activity) {
        return activity.status().isOpen();
    }

    @Override
    public void perform(Activity activity, Deferral deferral) {
        activity.defer(deferral.until(), zones.of(activity.owner()));
    }
}
