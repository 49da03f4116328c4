package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.files.RecordFiles;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.mail.MailIntake;
import org.pipewright.platform.spi.mail.MailIntake.Handling;
import org.pipewright.platform.spi.mail.MailIntake.Place;
import org.pipewright.platform.spi.records.Records;

/**
 * Keeps each mail with the record it belongs to: that of its thread, else the open record of its sender, else the
 * contact with that address, else one that is made of it (S-LEAD-05, S-LEAD-06).
 */
@ApplicationScoped
@Transactional
class Arrivals {

    private static final String CONTACT = "core.contact";
    private static final int MOST_FILES = 30;

    @Inject
    Sql sql;

    @Inject
    Records records;

    @Inject
    DropBoxes dropBoxes;

    @Inject
    RecordFiles files;

    @Inject
    Confidentiality confidentiality;

    @Inject
    ReturnedMails returned;

    @Inject
    UndeliverableAddresses undeliverable;

    @Inject
    @Any
    Instance<MailIntake> intakes;

    @Inject
    @Any
    Instance<CalendarMails> calendars;

    /** Takes the mail, unless it was taken before. Two nodes that read it at once are told apart by its key. */
    void take(Mailbox mailbox, MailReading reading) {
        boolean first = sql.update(
                        "insert into core.arrival (mailbox_id, message_key) values (?, ?)"
                                + " on conflict (tenant_id, mailbox_id, message_key) do nothing",
                        mailbox.id(),
                        reading.key())
                == 1;
        if (first && !isOurs(reading)) {
            Optional<Ignored> refused =
                    answered(reading).or(reading::ignored).or(() -> dropBoxes.refusal(mailbox, reading));
            Optional<Place> place = refused.isPresent() ? Optional.empty() : place(mailbox, reading);
            UUID message = records.create(message(mailbox, reading, place, refused.orElse(Ignored.NOBODY)))
                    .id();
            if (place.isPresent() || refused.isEmpty()) {
                attach(message, reading);
            }
            reading.returned().ifPresent(returned::take);
            if (refused.isEmpty()) {
                undeliverable.clear(reading.mail().sender());
            }
        }
    }

    /** Whether the mail was an answer that some calendar program wrote. */
    private Optional<Ignored> answered(MailReading reading) {
        boolean taken = !reading.calendar().isEmpty()
                && calendars.stream()
                        .anyMatch(each ->
                                each.take(reading.calendar(), reading.mail().sender()));
        return taken ? Optional.of(Ignored.INVITATION) : Optional.empty();
    }

    /** A copy of a mail that was sent from a record stands there already. */
    private boolean isOurs(MailReading reading) {
        return sql.first(
                        "select 1 from core.message where message_key = ? and direction = 'OUTBOUND'",
                        row -> true,
                        reading.key())
                .isPresent();
    }

    private Message message(Mailbox mailbox, MailReading reading, Optional<Place> place, Ignored otherwise) {
        return place.map(somewhere ->
                        Message.about(mailbox.id(), reading, somewhere, title(somewhere), confidentiality.of(mailbox)))
                .orElseGet(() -> Message.ignored(mailbox.id(), reading, otherwise));
    }

    /** What breaks the rules of files is named in the message and not kept (S-MAIL-04). */
    private void attach(UUID message, MailReading reading) {
        reading.attachments().stream()
                .limit(MOST_FILES)
                .forEach(file -> files.attach(Message.NAME, message, file.name(), file.content()));
    }

    /** Strangers become something where people outside write to, not where members drop copies of their mails. */
    private Optional<Place> place(Mailbox mailbox, MailReading reading) {
        Optional<Place> place = ofThread(reading.earlier()).map(this::onwards);
        return mailbox.isDropBox()
                ? place.or(() -> dropBoxes.others(mailbox, reading).stream()
                        .map(this::known)
                        .flatMap(Optional::stream)
                        .findFirst())
                : place.or(() -> known(reading.mail().sender()))
                        .or(() -> asked(intake -> intake.take(reading.mail(), mailbox.handling())));
    }

    /** Takes in a mail that waited; refuses while still nothing takes mails of strangers. */
    void takeIn(Message message) {
        Handling handling = message.mailbox()
                .flatMap(id -> records.withId(Mailbox.class, id))
                .map(Mailbox::handling)
                .orElse(new Handling(null, null, null));
        Place place = known(message.received().sender())
                .or(() -> asked(intake -> intake.take(message.received(), handling)))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_OFFERED, "take-in"));
        message.takeIn(place, title(place));
    }

    private Optional<Place> known(String address) {
        return asked(intake -> intake.openOf(address)).or(() -> contact(address));
    }

    private Optional<Place> asked(java.util.function.Function<MailIntake, Optional<Place>> question) {
        return intakes.stream().map(question).flatMap(Optional::stream).findFirst();
    }

    /** A thread that began with a lead goes on with the opportunity the lead has become. */
    private Place onwards(Place place) {
        return asked(intake -> intake.onwards(place)).orElse(place);
    }

    private Optional<Place> ofThread(List<String> earlier) {
        return earlier.isEmpty()
                ? Optional.empty()
                : sql.first(
                        "select about_type, about_id, owner_id, team_id from core.message"
                                + " where message_key = any(?) and about_id is not null and deleted_at is null"
                                + " order by sent_at desc limit 1",
                        row -> new Place(
                                row.getString(1),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class)),
                        earlier);
    }

    private Optional<Place> contact(String address) {
        return sql.first(
                "select c.id, c.owner_id, c.team_id from core.contact_point p join core.contact c"
                        + " on c.tenant_id = p.tenant_id and c.id = p.record_id"
                        + " where p.subject = '" + CONTACT + "' and p.form = ? and c.deleted_at is null"
                        + " order by c.created_at limit 1",
                row -> new Place(
                        CONTACT,
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class)),
                address.toLowerCase(Locale.ROOT));
    }

    private String title(Place place) {
        return records.seen(place.recordType(), place.record())
                .map(seen -> seen.getString("name", ""))
                .orElse("");
    }
}
