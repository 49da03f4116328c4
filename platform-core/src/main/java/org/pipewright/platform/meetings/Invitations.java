package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.consents.Declined;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.mail.PlatformMailServer;
import org.pipewright.platform.mailboxes.AnsweringMailbox;
import org.pipewright.platform.notices.Notices;
import org.pipewright.platform.shares.GrantedViews;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.records.Records;

/**
 * Mails invitations: in the language and the time zone of whoever gets one, with an entry for calendar programs and a link
 * under which one answers without log-in (S-ACT-05). Colleagues see the meeting they are invited to.
 */
@ApplicationScoped
class Invitations {

    private static final String CALENDAR = "text/calendar; charset=UTF-8; method=";

    @Inject
    Meetings meetings;

    @Inject
    People people;

    @Inject
    Mail mail;

    @Inject
    Links links;

    @Inject
    Declined declined;

    @Inject
    Notices notices;

    @Inject
    GrantedViews views;

    @Inject
    AnsweringMailbox mailbox;

    @Inject
    PlatformMailServer platform;

    @Inject
    CallerBinding callers;

    @Inject
    Records records;

    /** Invites those who have not answered; refuses if one of them wants no mails. */
    void invite(Meeting meeting, List<Attendee> wanted) {
        declined.requireNone(wanted.stream().map(Invitations::address).toList());
        Instant now = Instant.now();
        wanted.forEach(attendee -> {
            attendee.member().ifPresent(member -> {
                views.let(member, Activity.NAME, meeting.id());
                if (!member.equals(callers.memberId())) {
                    notices.tell(member, "invited", Activity.NAME, meeting.id());
                }
            });
            records.change(attendee, invited -> invited.invited(now));
        });
        String entry = calendar(meeting, meetings.attendees(meeting.id())).request(now);
        wanted.forEach(attendee -> post(meeting, attendee, "meeting", entry));
    }

    /** Tells those who were invited what the meeting is like now. */
    void tellChange(Meeting meeting) {
        List<Attendee> told = willing(meeting);
        String entry = calendar(meeting, told).request(Instant.now());
        told.forEach(attendee -> post(meeting, attendee, "meeting-changed", entry));
    }

    /** Tells those who were invited that the meeting is off. */
    void tellCancellation(Meeting meeting) {
        willing(meeting).forEach(attendee -> tellCancellation(meeting, attendee));
    }

    /** Tells somebody not to come. */
    void tellCancellation(Meeting meeting, Attendee attendee) {
        String entry = calendar(meeting, List.of(attendee)).cancellation(Instant.now());
        post(meeting, attendee, "meeting-cancelled", entry);
    }

    /** Those who were invited and did not say since that they want no mails. */
    private List<Attendee> willing(Meeting meeting) {
        return willing(meetings.attendees(meeting.id()).stream()
                .filter(Attendee::isInvited)
                .toList());
    }

    private List<Attendee> willing(Collection<Attendee> invited) {
        Set<String> unwilling =
                declined.among(invited.stream().map(Invitations::address).collect(Collectors.toSet()));
        return invited.stream()
                .filter(attendee -> !unwilling.contains(address(attendee)))
                .toList();
    }

    private static String address(Attendee attendee) {
        return attendee.email().toLowerCase(Locale.ROOT);
    }

    /** Answers of calendar programs go to a mailbox that is read, else to whoever invites. */
    private InvitationCalendar calendar(Meeting meeting, List<Attendee> attendees) {
        List<Attendee> named = attendees.stream().filter(Attendee::isInvited).toList();
        String answers = mailbox.address()
                .or(() -> Optional.ofNullable(meeting.organiserEmail()))
                .orElseGet(platform::address);
        return new InvitationCalendar(meeting, named, answers);
    }

    private void post(Meeting meeting, Attendee attendee, String kind, String entry) {
        boolean off = kind.equals("meeting-cancelled");
        String organisation = callers.caller().tenant().name();
        Map<String, String> arguments = Map.of(
                "name",
                attendee.name(),
                "organiser",
                meeting.organiserName() == null ? organisation : meeting.organiserName() + ", " + organisation,
                "subject",
                meeting.subject(),
                "about",
                about(meeting, attendee),
                "link",
                off ? "" : links.make(Attendee.NAME, attendee.id()));
        byte[] content = entry.getBytes(StandardCharsets.UTF_8);
        Attachment file = new Attachment("invite.ics", CALENDAR + (off ? "CANCEL" : "REQUEST"), content);
        Letter letter = new Letter(attendee.email(), people.language(attendee), kind, arguments);
        mail.post(callers.tenantId(), letter.with(List.of(file)));
    }

    /** When and where, as it is told to somebody. */
    String about(Meeting meeting, Attendee attendee) {
        return when(meeting, attendee)
                + meeting.where().map(place -> "\n" + place).orElse("");
    }

    /** From when until when, in the zone of whoever is told. */
    String when(Meeting meeting, Attendee attendee) {
        Locale language = people.language(attendee);
        ZonedDateTime start = meeting.start().atZone(people.zone(attendee));
        ZonedDateTime end = meeting.end().atZone(people.zone(attendee));
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        DateTimeFormatter until = sameDay
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(start)
                + " – " + until.withLocale(language).format(end) + " ("
                + DateTimeFormatter.ofPattern("zzzz", language).format(start) + ")";
    }
}
