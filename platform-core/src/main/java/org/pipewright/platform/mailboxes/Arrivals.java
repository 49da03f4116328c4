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

    @Inject
    Sql sql;

    @Inject
    Records records;

    @Inject
    @Any
    Instance<MailIntake> intakes;

    /** Takes the mail, unless it was taken before. Two nodes that read it at once are told apart by its key. */
    void take(UUID mailbox, Handling handling, MailReading reading) {
        boolean first = sql.update(
                        "insert into core.arrival (mailbox_id, message_key) values (?, ?)"
                                + " on conflict (tenant_id, mailbox_id, message_key) do nothing",
                        mailbox,
                        reading.key())
                == 1;
        if (first) {
            records.create(kept(mailbox, handling, reading));
        }
    }

    private Message kept(UUID mailbox, Handling handling, MailReading reading) {
        if (reading.ignored().isPresent()) {
            return Message.ignored(mailbox, reading, reading.ignored().get());
        }
        return place(handling, reading)
                .map(place -> Message.about(mailbox, reading, place, title(place)))
                .orElseGet(() -> Message.ignored(mailbox, reading, Ignored.NOBODY));
    }

    private Optional<Place> place(Handling handling, MailReading reading) {
        String sender = reading.mail().sender();
        return ofThread(reading.earlier())
                .map(this::onwards)
                .or(() -> asked(intake -> intake.openOf(sender)))
                .or(() -> contact(sender))
                .or(() -> asked(intake -> intake.take(reading.mail(), handling)));
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
