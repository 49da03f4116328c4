package org.pipewright.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.files.FileRows.Stored;
import org.pipewright.platform.files.RecordFile.Link;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.spi.errors.Refusal;

/** Links to fetch files with: each for the member who asked for it, and for a few minutes only. */
@ApplicationScoped
class FileLinks {

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final Duration KNOWN = Duration.ofDays(1);

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    FileRows rows;

    private record Target(UUID file, int version, Instant expiresAt) {}

    Link make(Stored stored) {
        String token = Secrets.random();
        Instant end = Instant.now().plus(LASTS);
        sql.update(
                "delete from core.file_link where expires_at < ?", Instant.now().minus(KNOWN));
        sql.update(
                "insert into core.file_link (token_hash, file_id, n, member_id, expires_at) values (?, ?, ?, ?, ?)",
                Secrets.hash(token),
                stored.file(),
                stored.version(),
                callers.memberId(),
                end);
        String slug = callers.caller().tenant().slug();
        return new Link("/api/tenants/" + slug + "/downloads/" + token, end);
    }

    /** What the caller's link leads to; a link of somebody else is none. */
    Stored target(String token) {
        Target target = sql.first(
                        "select file_id, n, expires_at from core.file_link where token_hash = ? and member_id = ?",
                        row -> new Target(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        Secrets.hash(token),
                        callers.memberId())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (target.expiresAt().isBefore(Instant.now())) {
            throw Refusal.of(CoreErrorCode.LINK_EXPIRED);
        }
        return stored(target.file(), target.version()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    Optional<Stored> stored(UUID file, int version) {
        return rows.stored(file, version);
    }
}
