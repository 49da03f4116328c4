package org.pipewright.platform.activities;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pipewright.platform.spi.activities.ActivityForm;

/** Where an activity stands (S-ACT-03, S-ACT-04). Tasks are worked on, meetings are held, what is written is done. */
public enum ActivityStatus {
    NOT_STARTED,
    IN_PROGRESS,
    PLANNED,
    DEFERRED,
    DONE,
    HELD,
    NOT_HELD,
    CANCELLED;

    private static final Set<ActivityStatus> OPEN = EnumSet.of(NOT_STARTED, IN_PROGRESS, PLANNED, DEFERRED);
    private static final Set<ActivityStatus> OF_TASKS = EnumSet.of(NOT_STARTED, IN_PROGRESS, DEFERRED, DONE, CANCELLED);
    private static final Set<ActivityStatus> OF_WHAT_IS_HELD = EnumSet.of(PLANNED, DEFERRED, HELD, NOT_HELD, CANCELLED);
    private static final Set<ActivityStatus> OF_WHAT_IS_WRITTEN = EnumSet.of(PLANNED, DEFERRED, DONE, CANCELLED);

    /** Where each may lead, as far as the form knows the state. */
    private static final Map<ActivityStatus, Set<ActivityStatus>> NEXT = Map.of(
            NOT_STARTED, EnumSet.of(IN_PROGRESS, DEFERRED, DONE, CANCELLED),
            IN_PROGRESS, EnumSet.of(DEFERRED, DONE, CANCELLED),
            PLANNED, EnumSet.of(DEFERRED, DONE, HELD, NOT_HELD, CANCELLED),
            DEFERRED, EnumSet.of(NOT_STARTED, IN_PROGRESS, PLANNED, DONE, HELD, NOT_HELD, CANCELLED),
            DONE, EnumSet.of(NOT_STARTED, PLANNED),
            HELD, EnumSet.of(PLANNED),
            NOT_HELD, EnumSet.of(PLANNED),
            CANCELLED, EnumSet.of(NOT_STARTED, PLANNED));

    /** Whether it is still to be done. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether activities of the form can stand there. */
    boolean fits(ActivityForm form) {
        return switch (form) {
            case TASK -> OF_TASKS.contains(this);
            case CALL, MEETING, INTERACTION -> OF_WHAT_IS_HELD.contains(this);
            case EMAIL, MESSAGE, NOTE -> OF_WHAT_IS_WRITTEN.contains(this);
        };
    }

    /** Whether an activity of the form may go from here to there. */
    boolean mayBecome(ActivityStatus next, ActivityForm form) {
        return next.fits(form) && NEXT.get(this).contains(next);
    }

    /** Where an activity of the form stands while nothing was done. */
    static ActivityStatus toDo(ActivityForm form) {
        return form == ActivityForm.TASK ? NOT_STARTED : PLANNED;
    }

    /** Where it stands when it was done. */
    static ActivityStatus done(ActivityForm form) {
        return form.isHeld() ? HELD : DONE;
    }
}
