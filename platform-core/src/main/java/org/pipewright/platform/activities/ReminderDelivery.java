package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.notices.Notices;
import org.pipewright.platform.spi.people.Deputies;

/**
 * Delivers one reminder: rings the bell and posts the mail in the transaction that takes it off the list, so that it
 * comes exactly once, whichever node is first and whenever it restarts (S-ACT-09). Who stands in for somebody away hears
 * the bell only: it shows of an activity what the deputy may see.
 */
@ApplicationScoped
class ReminderDelivery {

    /** What waited longer, because nothing ran or the tenant was suspended, is not news any more (trap 29). */
    private static final Duration STALE = Duration.ofHours(24);

    @Inject
    ReminderRows rows;

    @Inject
    Sql sql;

    @Inject
    Notices notices;

    @Inject
    Mail mail;

    @Inject
    IdentitySettings settings;

    @Inject
    CallerBinding callers;

    @Inject
    TimeZones zones;

    @Inject
    Deputies deputies;

    private record Reminded(
            UUID owner, String name, String email, String language, boolean mails, String subject, Instant when) {}

    /** Tells whether anybody was reminded. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean deliver(ReminderRows.Due due) {
        if (!rows.take(due.tenant(), due.activity())
                || due.at().isBefore(Instant.now().minus(STALE))) {
            return false;
        }
        Optional<Reminded> reminded = reminded(due);
        reminded.ifPresent(who -> remind(due.activity(), who));
        return reminded.isPresent();
    }

    private Optional<Reminded> reminded(ReminderRows.Due due) {
        return sql.first(
                "select t.owner_id, m.name, m.email, p.language, coalesce(p.reminder_mails, true), t.subject,"
                        + " coalesce(t.starts_at, t.due_at, t.remind_at)"
                        + " from core.activity t join core.member m on m.tenant_id = t.tenant_id and m.id = t.owner_id"
                        + " left join platform.membership s on s.tenant_id = t.tenant_id and s.member_id = m.id"
                        + " left join platform.person p on p.id = s.person_id"
                        + " where t.id = ? and t.open and t.deleted_at is null and m.status = 'ACTIVE'",
                row -> new Reminded(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()),
                due.activity());
    }

    private void remind(UUID activity, Reminded who) {
        notices.tell(who.owner(), "reminder", Activity.NAME, activity);
        deputies.of(who.owner(), LocalDate.now(zones.of(who.owner())))
                .ifPresent(deputy -> notices.tell(deputy, "deputy-reminder", Activity.NAME, activity));
        if (who.email() != null && who.mails()) {
            TenantFacts tenant = callers.caller().tenant();
            Locale language = who.language() == null ? tenant.language() : Locale.forLanguageTag(who.language());
            String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(language)
                    .format(who.when().atZone(zones.of(who.owner())));
            Map<String, String> arguments = Map.of(
                    "name",
                    who.name(),
                    "subject",
                    who.subject(),
                    "when",
                    when,
                    "link",
                    settings.publicUrl() + "/t/" + tenant.slug() + "/activities/" + activity);
            mail.post(tenant.id(), new Letter(who.email(), language, "reminder", arguments));
        }
    }
}
