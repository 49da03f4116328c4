package org.pipewright.platform.tenants;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Sign-ups and their links (S-TEN-01 to 03). A link works once and for 24 hours; a new one replaces it. The answer is
 * the same whether or not the address is known.
 */
@ApplicationScoped
class Signups {

    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final String COLUMNS = "select s.id, s.admin_name, s.admin_email, s.used_at is not null, "
            + "s.expires_at < now(), t.id, t.slug, t.name, t.country, t.time_zone, t.language, t.currency "
            + "from platform.signup s join platform.tenant t on t.id = s.tenant_id ";

    @Inject
    Sql sql;

    @Inject
    TenantRows tenants;

    @Inject
    Mail mail;

    @Inject
    IdentitySettings settings;

    @Inject
    @ConfigProperty(name = "pipewright.platform.terms-version", defaultValue = "1")
    String termsVersion;

    /** Notes a sign-up and sends the link; tells whether it did, which one repeated with the same key has done already. */
    @Transactional
    boolean begin(NewSignup signup, Optional<String> key) {
        Optional<byte[]> known = key.map(Secrets::hash).flatMap(this::requested);
        if (known.isPresent()) {
            requireSame(known.get(), signup);
            return false;
        }
        begin(signup);
        key.ifPresent(given -> sql.update(
                "update platform.signup set request_key = ?, request = ? where id = (select s.id from platform.signup s"
                        + " join platform.tenant t on t.id = s.tenant_id where t.slug = ? order by s.id desc limit 1)",
                Secrets.hash(given),
                fingerprint(signup),
                signup.slug()));
        return true;
    }

    private Optional<byte[]> requested(byte[] key) {
        return sql.first("select request from platform.signup where request_key = ?", row -> row.getBytes(1), key);
    }

    private static void requireSame(byte[] request, NewSignup signup) {
        if (!Arrays.equals(request, fingerprint(signup))) {
            throw Refusal.of(CoreErrorCode.IDEMPOTENCY_MISMATCH);
        }
    }

    private static byte[] fingerprint(NewSignup signup) {
        return Secrets.hash(signup.toString());
    }

    private void begin(NewSignup signup) {
        tenants.releaseAbandoned(signup.slug());
        UUID tenant = ownAttempt(signup).orElseGet(UuidCreator::getTimeOrderedEpoch);
        NewTenant facts = new NewTenant(
                tenant,
                signup.slug(),
                signup.organisation().strip(),
                signup.country(),
                signup.timeZone(),
                signup.language(),
                signup.currency());
        if (!tenants.reserve(facts)) {
            throw SignupRules.slugTaken();
        }
        sendLink(facts, signup.adminName().strip(), signup.adminEmail().strip());
    }

    /** Somebody who signs the same organisation up again before using the link gets a new link. */
    private Optional<UUID> ownAttempt(NewSignup signup) {
        return sql.first(
                "select t.id from platform.tenant t join platform.signup s on s.tenant_id = t.id "
                        + "where t.slug = ? and t.status = 'PENDING_VERIFICATION' and lower(s.admin_email) = lower(?)",
                row -> row.getObject(1, UUID.class),
                signup.slug(),
                signup.adminEmail().strip());
    }

    private void sendLink(NewTenant tenant, String name, String email) {
        String token = Secrets.random();
        sql.update("update platform.signup set used_at = now() where tenant_id = ? and used_at is null", tenant.id());
        sql.update(
                "insert into platform.signup (id, token_hash, tenant_id, admin_name, admin_email, terms, expires_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                UuidCreator.getTimeOrderedEpoch(),
                Secrets.hash(token),
                tenant.id(),
                name,
                email,
                termsVersion,
                Instant.now().plus(LINK_LIFE));
        mail.post(
                tenant.id(),
                new Letter(
                        email,
                        tenant.locale(),
                        "signup",
                        Map.of(
                                "name",
                                name,
                                "organisation",
                                tenant.name(),
                                "link",
                                settings.publicUrl() + "/signup/" + token)));
    }

    /** The sign-up whose link that is. */
    @Transactional
    Signup withLink(String token) {
        return sql.first(COLUMNS + "where s.token_hash = ?", Signups::signup, Secrets.hash(token))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** Sends another link in place of one that was not used in time. */
    @Transactional
    void resend(String token) {
        Signup signup = withLink(token);
        if (signup.used()) {
            throw Refusal.of(CoreErrorCode.LINK_USED);
        }
        sendLink(signup.tenant(), signup.adminName(), signup.adminEmail());
    }

    /** The sign-up whose link is still good. */
    @Transactional
    Signup open(String token) {
        Signup signup = withLink(token);
        if (signup.used()) {
            throw Refusal.of(CoreErrorCode.LINK_USED);
        }
        if (signup.expired()) {
            throw Refusal.of(CoreErrorCode.LINK_EXPIRED);
        }
        return signup;
    }

    /** Takes the sign-up for a minute; a second click meanwhile is refused. */
    @Transactional
    Signup claim(String token) {
        Signup signup = open(token);
        int claimed = sql.update(
                "update platform.signup set claimed_until = now() + interval '1 minute' "
                        + "where id = ? and used_at is null and (claimed_until is null or claimed_until < now())",
                signup.id());
        if (claimed == 0) {
            throw Refusal.of(CoreErrorCode.CONFLICT);
        }
        return signup;
    }

    @Transactional
    void release(Signup signup) {
        sql.update("update platform.signup set claimed_until = null where id = ?", signup.id());
    }

    private static Signup signup(ResultSet row) throws SQLException {
        NewTenant tenant = new NewTenant(
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
        return new Signup(
                row.getObject(1, UUID.class),
                tenant,
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5));
    }
}
