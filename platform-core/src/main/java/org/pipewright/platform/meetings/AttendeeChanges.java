package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.records.RecordReaction;

/** Whoever is taken off a meeting is told so, and cannot answer any more. */
@ApplicationScoped
class AttendeeChanges implements RecordReaction<Attendee> {

    @Inject
    Meetings meetings;

    @Inject
    Invitations invitations;

    @Inject
    Links links;

    @Override
    public void written(List<Written<Attendee>> writes) {
        // Who is added is invited when somebody says so.
    }

    @Override
    public void binned(Attendee attendee) {
        links.revoke(Attendee.NAME, attendee.id());
        boolean awaited = attendee.isInvited() && attendee.status() != AttendeeStatus.DECLINED;
        meetings.withId(attendee.activity())
                .filter(meeting -> awaited && meeting.open() && meeting.isAhead(Instant.now()))
                .ifPresent(meeting -> invitations.tellCancellation(meeting, attendee));
    }
}
