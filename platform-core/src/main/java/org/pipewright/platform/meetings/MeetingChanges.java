package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/**
 * Keeps those who were invited to a meeting informed: what has changed, that it is off, that it is on again. Another time
 * has to be answered anew. Nothing is told about meetings that are over.
 */
@ApplicationScoped
class MeetingChanges implements RecordReaction<Activity> {

    private static final String OFF = "CANCELLED";
    private static final Set<String> TIMES = Set.of("startsAt", "duration");
    private static final Set<String> WORDS = Set.of("subject", "location");

    @Inject
    Meetings meetings;

    @Inject
    Invitations invitations;

    @Inject
    Records records;

    @Override
    public void written(List<Written<Activity>> writes) {
        writes.stream().filter(write -> !write.change().created()).forEach(this::tell);
    }

    private void tell(Written<Activity> write) {
        Activity activity = write.record();
        Change change = write.change();
        boolean moved = touches(change, TIMES);
        if (moved && activity.isOpen()) {
            requireTime(activity);
        }
        if (activity.isCalledOff() && change.touches("status")) {
            callOff(activity);
        } else if (activity.isOpen() && (moved || touches(change, WORDS) || isOnAgain(change)) && isTold(activity)) {
            if (moved) {
                invited(activity).forEach(attendee -> records.change(attendee, Attendee::startOver));
            }
            invitations.tellChange(meetings.changed(activity.id()));
        }
    }

    /** Who is invited to come at a time cannot be told that there is none. */
    private void requireTime(Activity activity) {
        boolean timeless = meetings.withId(activity.id())
                .filter(meeting -> meeting.start() == null)
                .isPresent();
        if (timeless && !invited(activity).isEmpty()) {
            throw InvalidFields.refusal("startsAt", "required");
        }
    }

    private static boolean touches(Change change, Set<String> fields) {
        return change.fields().stream().anyMatch(fields::contains);
    }

    private static boolean isOnAgain(Change change) {
        return change.before("status").map(Object::toString).equals(Optional.of(OFF));
    }

    private void callOff(Activity activity) {
        if (isTold(activity)) {
            invitations.tellCancellation(meetings.changed(activity.id()));
        }
    }

    private boolean isTold(Activity activity) {
        return meetings.withId(activity.id())
                        .filter(meeting -> meeting.isAhead(Instant.now()))
                        .isPresent()
                && !invited(activity).isEmpty();
    }

    private List<Attendee> invited(Activity activity) {
        return meetings.attendees(activity.id()).stream()
                .filter(Attendee::isInvited)
                .toList();
    }

    @Override
    public void binned(Activity activity) {
        if (activity.isOpen()) {
            callOff(activity);
        }
    }

    @Override
    public void restored(Activity activity) {
        if (activity.isOpen() && isTold(activity)) {
            invitations.tellChange(meetings.changed(activity.id()));
        }
    }
}
