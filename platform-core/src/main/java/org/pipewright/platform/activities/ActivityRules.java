package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;

/** What holds for activities on every path: the states of their form, and what a series and a next step need. */
@ApplicationScoped
class ActivityRules implements RecordRules<Activity> {

    private static final String PRIVATE = "PRIVATE";

    @Inject
    ActivityKinds kinds;

    @Inject
    TimeZones zones;

    @Inject
    TenantSettings settings;

    @Override
    public void prepare(Activity activity) {
        if (activity.kind() == null) {
            activity.be(kinds.standard(ActivityForm.TASK));
        }
        activity.begin(
                kinds.form(activity.kind()).orElse(ActivityForm.TASK),
                settings.text(CoreModule.MAIL_VISIBILITY).equals(PRIVATE));
    }

    @Override
    public void check(Activity activity, Change change, Violations violations) {
        if (change.created()) {
            if (!activity.status().fits(activity.form())) {
                violations.reject("status", "not-a-choice", "core.violation.not-a-choice");
            }
        } else {
            checkChange(activity, change, violations);
        }
        if (activity.isRepeated() && !activity.isPlanned()) {
            violations.missing("dueOn", "core.violation.required");
        }
        if (activity.nextStepOn().isPresent() && activity.nextStep().isEmpty()) {
            violations.missing("nextStep", "core.violation.required");
        }
    }

    private void checkChange(Activity activity, Change change, Violations violations) {
        if (activity.kind() == null) {
            violations.missing("kind", "core.violation.required");
        } else if (change.touches("kind") && !kinds.form(activity.kind()).equals(Optional.of(activity.form()))) {
            violations.reject("kind", "fixed", "core.violation.fixed");
        }
        if (activity.status() == null) {
            violations.missing("status", "core.violation.required");
        } else if (change.touches("status") && !change.historical()) {
            ActivityStatus before = (ActivityStatus) change.before("status").orElseThrow();
            if (!before.mayBecome(activity.status(), activity.form())) {
                throw Refusal.of(CoreErrorCode.NOT_OFFERED, activity.status().name());
            }
        }
    }

    @Override
    public void derive(Activity activity, Change change) {
        activity.settle(zones.of(activity.owner()), Instant.now());
    }
}
