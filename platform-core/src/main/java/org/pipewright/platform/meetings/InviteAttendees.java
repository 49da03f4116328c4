package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Mails invitations to everybody who has not answered one yet (S-ACT-05). */
@ApplicationScoped
class InviteAttendees implements Verb<Activity, Nothing> {

    @Inject
    Meetings meetings;

    @Inject
    Invitations invitations;

    @Override
    public String name() {
        return "invite";
    }

    @Override
    public boolean offered(Activity activity) {
        return activity.form().isHeld()
                && isAhead(activity)
                && !unanswered(activity).isEmpty();
    }

    private boolean isAhead(Activity activity) {
        return meetings.withId(activity.id())
                .filter(meeting -> meeting.open() && meeting.isAhead(Instant.now()))
                .isPresent();
    }

    private List<Attendee> unanswered(Activity activity) {
        return meetings.attendees(activity.id()).stream()
                .filter(attendee -> attendee.status() == AttendeeStatus.OPEN && attendee.hasEmail())
                .toList();
    }

    @Override
    public void perform(Activity activity, Nothing input) {
        invitations.invite(meetings.withId(activity.id()).orElseThrow(), unanswered(activity));
    }
}
