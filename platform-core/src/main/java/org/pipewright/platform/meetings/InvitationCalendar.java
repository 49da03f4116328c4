package org.pipewright.platform.meetings;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * An invitation as calendar programs read it (RFC 5545, 5546). Its times are in UTC: each program shows them in the zone
 * of whoever looks.
 *
 * @param meeting it is about
 * @param attendees everybody who is invited
 * @param answers address to which answers are mailed
 */
record InvitationCalendar(Meeting meeting, List<Attendee> attendees, String answers) {

    static final String UID_END = "@pipewright";

    /** Asks people to come, or tells what has changed. */
    String request(Instant now) {
        return written(Method.request(), Status.confirmed(), now);
    }

    /** Calls the meeting off for those who are named. */
    String cancellation(Instant now) {
        return written(Method.cancel(), Status.cancelled(), now);
    }

    private String written(Method method, Status status, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Pipewright//Calendar//EN");
        calendar.setMethod(method);
        VEvent event = new VEvent();
        event.setUid(meeting.id() + UID_END);
        event.setDateTimeStamp(Date.from(now));
        event.setSequence(meeting.sequence());
        event.setStatus(status);
        event.setSummary(meeting.subject());
        meeting.where().ifPresent(event::setLocation);
        event.setDateStart(Date.from(meeting.start()), true);
        event.setDateEnd(Date.from(meeting.end()), true);
        event.setOrganizer(new Organizer(meeting.organiserName(), answers));
        attendees.forEach(attendee -> event.addAttendee(property(attendee)));
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    private static biweekly.property.Attendee property(Attendee attendee) {
        biweekly.property.Attendee property = new biweekly.property.Attendee(attendee.name(), attendee.email());
        property.setParticipationLevel(ParticipationLevel.REQUIRED);
        property.setRsvp(true);
        property.setParticipationStatus(
                switch (attendee.status()) {
                    case ACCEPTED -> ParticipationStatus.ACCEPTED;
                    case TENTATIVE -> ParticipationStatus.TENTATIVE;
                    case DECLINED -> ParticipationStatus.DECLINED;
                    case OPEN -> ParticipationStatus.NEEDS_ACTION;
                });
        return property;
    }
}
