package org.pipewright.platform.meetings;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.mailboxes.CalendarMails;

/**
 * Answers that calendar programs mail (RFC 5546, 3.2.3). Only those of the invited address count, and only to the meeting
 * as it is now: who accepted an earlier time has not accepted this one.
 */
@ApplicationScoped
class CalendarReplies implements CalendarMails {

    private static final int LONGEST = 4000;

    @Inject
    Meetings meetings;

    @Inject
    Answers answers;

    @Override
    public boolean take(String calendar, String sender) {
        return parsed(calendar)
                .filter(reply -> reply.getMethod() != null && reply.getMethod().isReply())
                .flatMap(reply -> reply.getEvents().stream().findFirst())
                .filter(event -> meeting(event).isPresent())
                .map(event -> {
                    answer(event, sender);
                    return true;
                })
                .orElse(false);
    }

    /** What the library cannot read is no answer, and must not keep the mailbox from being read. */
    private static Optional<ICalendar> parsed(String calendar) {
        try {
            return Optional.ofNullable(Biweekly.parse(calendar).first());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Meeting> meeting(VEvent event) {
        return Optional.ofNullable(event.getUid())
                .map(uid -> uid.getValue())
                .filter(uid -> uid.endsWith(InvitationCalendar.UID_END))
                .flatMap(uid -> id(uid.substring(0, uid.length() - InvitationCalendar.UID_END.length())))
                .flatMap(meetings::withId);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void answer(VEvent event, String sender) {
        Meeting meeting = meeting(event).orElseThrow();
        boolean current = event.getSequence() == null || event.getSequence().getValue() >= meeting.sequence();
        if (current) {
            meetings.attendees(meeting.id()).stream()
                    .filter(attendee -> sender.equalsIgnoreCase(attendee.email()))
                    .findFirst()
                    .flatMap(attendee -> answers.awaited(attendee.id()))
                    .ifPresent(attendee ->
                            said(event, sender).ifPresent(status -> answers.take(attendee, status, words(event))));
        }
    }

    private static Optional<AttendeeStatus> said(VEvent event, String sender) {
        return event.getAttendees().stream()
                .filter(property -> sender.equalsIgnoreCase(property.getEmail()))
                .map(property -> property.getParticipationStatus())
                .findFirst()
                .flatMap(status -> Optional.ofNullable(status).flatMap(known -> switch (known.getValue()) {
                    case "ACCEPTED" -> Optional.of(AttendeeStatus.ACCEPTED);
                    case "TENTATIVE" -> Optional.of(AttendeeStatus.TENTATIVE);
                    case "DECLINED" -> Optional.of(AttendeeStatus.DECLINED);
                    default -> Optional.empty();
                }));
    }

    private static String words(VEvent event) {
        return event.getComments().stream()
                .findFirst()
                .map(comment -> comment.getValue())
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST))
                .orElse(null);
    }
}
