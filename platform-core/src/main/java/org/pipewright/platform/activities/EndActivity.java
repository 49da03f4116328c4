package org.pipewright.platform.activities;

import org.pipewright.platform.spi.records.Verb;

/** Ends an activity in one of the ways there are, with what came of it and what comes next (S-ACT-04). */
abstract class EndActivity implements Verb<Activity, Outcome> {

    /** Where it stands then. */
    abstract ActivityStatus end();

    @Override
    public boolean offered(Activity activity) {
        return activity.status().mayBecome(end(), activity.form());
    }

    @Override
    public void perform(Activity activity, Outcome outcome) {
        activity.end(end(), outcome.result());
        activity.takeNextStep(outcome.nextStep(), outcome.nextStepOn());
    }
}
