package org.pipewright.platform.openings;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.consents.TrackingConsents;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.settings.TenantSettings;

/**
 * Notes that mails are opened and their links followed. Whether it may is asked when a mail is written and again each time
 * something is noted, so that a setting switched off and an agreement taken back hold at once, also for mails that are out.
 */
@ApplicationScoped
public class MailOpenings {

    static final String ROOT = "/api/mails/";

    @Inject
    Sql sql;

    @Inject
    TenantSettings settings;

    @Inject
    TrackingConsents consents;

    @Inject
    CallerBinding callers;

    @Inject
    IdentitySettings identity;

    private record Link(UUID message, String address) {}

    /** Prepares a mail to tell of itself; the secret of its addresses, or empty if nothing of it may be noted. */
    public Optional<String> follow(UUID message, Collection<String> recipients, String markup) {
        if (!isAdmitted(recipients)) {
            return Optional.empty();
        }
        String token = Secrets.random();
        sql.update(
                "insert into core.tracked_mail (token_hash, message_id) values (?, ?)", Secrets.hash(token), message);
        sql.update(
                "update core.message set openings = coalesce(openings, 0), clicks = coalesce(clicks, 0) where id = ?",
                message);
        TrackedMarkup.links(markup)
                .forEach(address -> sql.update(
                        "insert into core.tracked_link (id, message_id, address) values (?, ?, ?)",
                        UuidCreator.getTimeOrderedEpoch(),
                        message,
                        address));
        return Optional.of(token);
    }

    private boolean isAdmitted(Collection<String> recipients) {
        return callers.hasFeature(CoreModule.MAILBOXES)
                && settings.flag(CoreModule.MAIL_TRACKING)
                && consents.givenByAll(recipients);
    }

    /** The markup of a prepared mail as it goes out. */
    public String woven(UUID message, String token, String markup) {
        String root = identity.publicUrl() + ROOT + callers.tenantId() + "/" + token;
        Map<String, String> addresses = new HashMap<>();
        sql.list(
                        "select address, id from core.tracked_link where message_id = ?",
                        row -> Map.entry(row.getString(1), root + "/links/" + row.getString(2)),
                        message)
                .forEach(link -> addresses.put(link.getKey(), link.getValue()));
        return TrackedMarkup.woven(markup, addresses, root + "/picture");
    }

    /** The picture of a mail was loaded; whether that was noted. */
    @Transactional
    boolean opened(String token) {
        return sql.first(
                        "select message_id from core.tracked_mail where token_hash = ?",
                        row -> row.getObject(1, UUID.class),
                        Secrets.hash(token))
                .filter(this::isNoted)
                .map(message -> sql.update(
                        "update core.message set openings = openings + 1, opened_at = coalesce(opened_at, now())"
                                + " where id = ?",
                        message))
                .isPresent();
    }

    /** A link of a mail was followed; the page it leads to, if it stood in that very mail. */
    @Transactional
    Optional<String> followed(String token, UUID link) {
        Optional<Link> found = sql.first(
                "select l.message_id, l.address from core.tracked_mail t join core.tracked_link l"
                        + " on l.tenant_id = t.tenant_id and l.message_id = t.message_id"
                        + " where t.token_hash = ? and l.id = ?",
                row -> new Link(row.getObject(1, UUID.class), row.getString(2)),
                Secrets.hash(token),
                link);
        found.filter(each -> isNoted(each.message())).ifPresent(this::note);
        return found.map(Link::address);
    }

    private void note(Link link) {
        sql.update(
                "update core.message set clicks = clicks + 1, clicked_at = coalesce(clicked_at, now()),"
                        + " followed_links = case when ? = any(string_to_array(followed_links, E'\\n'))"
                        + " then followed_links else concat_ws(E'\\n', followed_links, ?::text) end where id = ?",
                link.address(),
                link.address(),
                link.message());
    }

    private boolean isNoted(UUID message) {
        return sql.first(
                        "select recipients from core.message where id = ? and openings is not null"
                                + " and recipients is not null",
                        row -> List.of(row.getString(1).split(",\\s*")),
                        message)
                .filter(this::isAdmitted)
                .isPresent();
    }
}
