package org.pipewright.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/**
 * Sessions of browsers. They live in the database, so that they can be listed and ended, survive a restart and hold on
 * every node; what a node has read is trusted for three seconds.
 */
@ApplicationScoped
class Sessions {

    private static final String COLUMNS =
            "select id_hash, person_id, created_at, last_seen_at, user_agent, level from platform.session ";
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(1);

    private final Cache<String, Session> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    @Inject
    Sql sql;

    @Inject
    IdentitySettings settings;

    /** Starts a session under a new secret, so that nobody can have planted it, and returns the secret. */
    @Transactional
    String start(UUID person, VerifiedIdentity identity, String idToken, String userAgent) {
        String secret = Secrets.random();
        sql.update("delete from platform.session where expires_at < now()");
        sql.update(
                "insert into platform.session (id_hash, person_id, issuer_session, id_token, expires_at, user_agent, level) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                Secrets.hash(secret),
                person,
                identity.session(),
                idToken,
                Instant.now().plus(settings.sessionLimit()),
                userAgent,
                identity.level());
        return secret;
    }

    /** The live session of that secret. */
    Optional<Session> of(String secret) {
        byte[] key = Secrets.hash(secret);
        Session cached = known.getIfPresent(Secrets.name(key));
        return cached != null ? Optional.of(cached) : read(key);
    }

    private Optional<Session> read(byte[] key) {
        Optional<Session> session = sql.first(
                COLUMNS + "where id_hash = ? and expires_at > now() and last_seen_at > ?",
                Sessions::session,
                key,
                Instant.now().minus(settings.sessionIdle()));
        session.ifPresent(found -> known.put(Secrets.name(key), found));
        return session;
    }

    /** Notes that somebody uses the browser. */
    void used(Session session) {
        Instant now = Instant.now();
        if (session.lastSeenAt().isBefore(now.minus(TOUCH_AFTER))) {
            sql.update("update platform.session set last_seen_at = now() where id_hash = ?", session.key());
            known.put(Secrets.name(session.key()), session.seenAt(now));
        }
    }

    @Transactional
    List<Session> of(UUID person) {
        return sql.list(
                COLUMNS + "where person_id = ? and expires_at > now() and last_seen_at > ? order by last_seen_at desc",
                Sessions::session,
                person,
                Instant.now().minus(settings.sessionIdle()));
    }

    /** Ends the session and returns the identity provider's token for it, by which the provider ends its own. */
    @Transactional
    Optional<String> end(byte[] key) {
        known.invalidate(Secrets.name(key));
        return sql.first(
                "delete from platform.session where id_hash = ? returning coalesce(id_token, '')",
                row -> row.getString(1),
                key);
    }

    /** Ends every session that began with the provider's session of that name. */
    @Transactional
    void endOfProvider(String providerSession) {
        sql.update("delete from platform.session where issuer_session = ?", providerSession);
        known.invalidateAll();
    }

    /** Ends every session of the account. */
    @Transactional
    void endOfSubject(String subject) {
        sql.update(
                "delete from platform.session where person_id in (select id from platform.person where subject = ?)",
                subject);
        known.invalidateAll();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getBytes(1),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6));
    }
}
