package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;

/**
 * Notes mails as activities, so that they count like those noted by hand (S-MAIL-01, S-ACC-06): those that members send
 * at once, those that come in when somebody makes something of them (S-ACT-06).
 */
@ApplicationScoped
public class NotedMails {

    private static final int LONGEST = 10_000;

    @Inject
    Records records;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    ActivityKinds kinds;

    @Inject
    ActivityLinks links;

    @Inject
    CallerBinding callers;

    @Inject
    Sql sql;

    /**
     * A mail that is kept.
     *
     * @param message its id
     * @param subject of it
     * @param text of it
     * @param at when it was sent
     * @param confidential whether only its owner sees it
     */
    public record KeptMail(UUID message, String subject, String text, Instant at, boolean confidential) {}

    /** Notes a mail that the caller sends now to somebody of these records. */
    public void sent(KeptMail mail, Collection<LinkedRecord> about) {
        Activity activity = noted(mail);
        activity.beSentMail(mail.confidential());
        activity.assignTo(callers.memberId(), callers.caller().teamId());
        UUID id = records.create(activity).id();
        about.forEach(record -> links.link(id, record));
    }

    /**
     * The activity that stands for a mail that came in; it is made, with these links, the first time. Whoever is slower of
     * two finds what the other has made: the mail stays locked until the transaction ends.
     */
    public UUID received(KeptMail mail, UUID owner, UUID team, Collection<LinkedRecord> about) {
        sql.first("select id from core.message where id = ? for update", row -> true, mail.message());
        return of(mail.message()).orElseGet(() -> {
            Activity activity = noted(mail);
            activity.beReceivedMail(mail.at(), mail.confidential());
            activity.assignTo(owner, team);
            UUID id = records.create(activity).id();
            about.forEach(record -> links.link(id, record));
            return id;
        });
    }

    private Activity noted(KeptMail mail) {
        Activity activity = Activity.of(kinds.standard(ActivityForm.EMAIL), mail.subject());
        activity.describe(
                mail.text() == null || mail.text().length() <= LONGEST ? mail.text() : beginning(mail.text()));
        activity.standFor(mail.message());
        return activity;
    }

    private static String beginning(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** The activity that stands for a mail, if one does that is not in the bin. */
    public Optional<UUID> of(UUID message) {
        return sql.first(
                "select id from core.activity where message_id = ? and deleted_at is null order by created_at limit 1",
                row -> row.getObject(1, UUID.class),
                message);
    }

    /** Links the activity of a mail to one record more: whoever may read the mail may say what it is about as well. */
    public void link(UUID activity, LinkedRecord record) {
        links.link(activity, record);
    }

    /** Whether the caller may take links of the activity away. */
    public boolean isEditable(UUID activity) {
        return reading.allows(types.named(Activity.NAME).orElseThrow(), activity, Action.EDIT);
    }

    /** Refuses who makes no activities, and a record that takes none or that the caller does not see. */
    public void requireLinkable(LinkedRecord record) {
        if (!callers.isAllowed(Activity.NAME, Action.CREATE)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, Activity.NAME + ":" + Action.CREATE);
        }
        links.requireLinkable(record, "recordType", "id");
    }

    /** What the activity of a mail is about, as far as the caller sees it. */
    public List<ActivityLink> links(UUID activity) {
        return links.of(activity);
    }

    /** Those of the records that take activities and that the caller sees, as links. */
    public List<ActivityLink> asLinks(Collection<LinkedRecord> about) {
        return links.seen(about);
    }
}
