package org.pipewright.platform.takeouts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** What is kept of takeouts: their state, and the archive in parts. */
@ApplicationScoped
class TakeoutRows {

    static final Duration KEPT = Duration.ofDays(7);

    private static final int PART = 1 << 20;
    private static final String COLUMNS = "select id, case when state = 'READY' and expires_at <= now() then 'EXPIRED'"
            + " else state end, requested_by, created_at, finished_at, expires_at, size, sha256, manifest"
            + " from core.takeout ";

    @Inject
    Sql sql;

    UUID add(String by) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update("insert into core.takeout (id, state, requested_by) values (?, 'WAITING', ?)", id, by);
        return id;
    }

    /** Whether one is being made. */
    boolean isBusy() {
        return sql.first(
                        "select 1 from core.takeout where state in ('WAITING', 'RUNNING') for update",
                        row -> row.getInt(1))
                .isPresent();
    }

    List<Takeout> all() {
        return sql.list(COLUMNS + "order by created_at desc, id limit 50", TakeoutRows::read);
    }

    Optional<Takeout> withId(UUID id) {
        return sql.first(COLUMNS + "where id = ?", TakeoutRows::read, id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void running(UUID id) {
        sql.update("update core.takeout set state = 'RUNNING' where id = ?", id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(UUID id) {
        sql.update("update core.takeout set state = 'FAILED', finished_at = now() where id = ?", id);
    }

    /** Keeps the archive. */
    @Transactional(TxType.REQUIRES_NEW)
    void ready(UUID id, Path archive, String sha256, JsonObject manifest) {
        sql.update("delete from core.takeout_part where takeout_id = ?", id);
        try (InputStream bytes = Files.newInputStream(archive)) {
            int n = 0;
            for (byte[] part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
                sql.update("insert into core.takeout_part (takeout_id, n, bytes) values (?, ?, ?)", id, n++, part);
            }
            sql.update(
                    "update core.takeout set state = 'READY', finished_at = now(), expires_at = ?, size = ?, sha256 = ?,"
                            + " manifest = ?::jsonb where id = ?",
                    Instant.now().plus(KEPT),
                    Files.size(archive),
                    sha256,
                    manifest.toString(),
                    id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the archive, empty after the last. */
    @Transactional
    Optional<byte[]> part(UUID id, int n) {
        return sql.first(
                "select bytes from core.takeout_part where takeout_id = ? and n = ?", row -> row.getBytes(1), id, n);
    }

    /** Removes archives whose time is over. */
    @Transactional
    void expire() {
        int expired =
                sql.update("update core.takeout set state = 'EXPIRED' where state = 'READY' and expires_at <= now()");
        if (expired > 0) {
            sql.update("delete from core.takeout_part p using core.takeout t"
                    + " where t.id = p.takeout_id and t.state = 'EXPIRED'");
        }
    }

    @Transactional
    boolean remove(UUID id) {
        return sql.update("delete from core.takeout where id = ? and state not in ('WAITING', 'RUNNING')", id) == 1;
    }

    private static Takeout read(ResultSet row) throws SQLException {
        return new Takeout(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instant(row, 5),
                instant(row, 6),
                row.getObject(7, Long.class),
                row.getString(8),
                object(row.getString(9)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static JsonObject object(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
