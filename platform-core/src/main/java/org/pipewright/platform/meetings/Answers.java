package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.notices.Notices;
import org.pipewright.platform.spi.records.Records;

/** Takes answers to invitations, by whichever way they come, and tells whoever invited. */
@ApplicationScoped
class Answers {

    @Inject
    Records records;

    @Inject
    Meetings meetings;

    @Inject
    Notices notices;

    /** Somebody who was invited to a meeting that may still be answered. */
    Optional<Attendee> awaited(UUID attendee) {
        return records.withId(Attendee.class, attendee).filter(found -> found.isInvited() && isAwaited(found));
    }

    private boolean isAwaited(Attendee attendee) {
        return meetings.withId(attendee.activity())
                .filter(meeting -> meeting.open() && meeting.isAhead(Instant.now()))
                .isPresent();
    }

    /** Notes what somebody said; nothing happens if that is what was said before. */
    void take(Attendee attendee, AttendeeStatus said, String words) {
        boolean same = attendee.status() == said && (words == null || words.isBlank());
        if (!same) {
            records.change(attendee, answering -> answering.answer(said, words, Instant.now()));
            meetings.withId(attendee.activity())
                    .map(Meeting::organiser)
                    .ifPresent(organiser -> notices.tell(organiser, "answered", Activity.NAME, attendee.activity()));
        }
    }
}
