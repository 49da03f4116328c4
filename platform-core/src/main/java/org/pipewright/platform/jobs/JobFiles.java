package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;

/** The files that jobs of the bound tenant made, in parts in the database: any node can hand them out. */
@ApplicationScoped
public class JobFiles {

    static final Duration KEPT = Duration.ofDays(1);

    private static final int PART = 1 << 20;

    @Inject
    Sql sql;

    /** Forgets what an earlier run of the job made. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(UUID job) {
        sql.update("delete from core.job_file where job_id = ?", job);
    }

    /** Keeps what the job made, in place of what an earlier run did. */
    @Transactional(TxType.REQUIRES_NEW)
    public JobFile keep(UUID job, String name, String mediaType, Path content) {
        forget(job);
        try (InputStream bytes = Files.newInputStream(content)) {
            JobFile file = new JobFile(
                    name, mediaType, Files.size(content), Instant.now().plus(KEPT));
            insert(job, file);
            insert(job, bytes);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(UUID job, JobFile file) {
        sql.update(
                "insert into core.job_file (job_id, name, media_type, size, expires_at) values (?, ?, ?, ?, ?)",
                job,
                file.name(),
                file.mediaType(),
                file.size(),
                file.expiresAt());
    }

    private void insert(UUID job, InputStream bytes) throws IOException {
        int n = 0;
        for (byte[] part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
            sql.update("insert into core.job_file_part (job_id, n, bytes) values (?, ?, ?)", job, n++, part);
        }
    }

    /** The file of a job that the member started; nobody else's, whatever else they may see of it. */
    Optional<JobFile> of(UUID job, UUID member) {
        return sql.first(
                "select f.name, f.media_type, f.size, f.expires_at from core.job_file f join platform.job j"
                        + " on j.tenant_id = f.tenant_id and j.id = f.job_id where f.job_id = ? and j.member_id = ?"
                        + " and j.state = 'DONE'",
                JobFiles::read,
                job,
                member);
    }

    /** Names of the files of these jobs that can still be had, by job. */
    public Map<UUID, String> names(Set<UUID> jobs) {
        return sql
                .list(
                        "select job_id, name from core.job_file where job_id = any(?) and expires_at > now()",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        (Object) jobs.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A part of its content, empty after the last. */
    @Transactional
    Optional<byte[]> part(UUID job, int n) {
        return sql.first(
                "select bytes from core.job_file_part where job_id = ? and n = ?", row -> row.getBytes(1), job, n);
    }

    /** Removes the content of files whose time is over; that there was one is known as long as the job is. */
    @Transactional
    void expire() {
        sql.update("delete from core.job_file_part p using core.job_file f"
                + " where f.job_id = p.job_id and f.expires_at <= now()");
    }

    private static JobFile read(ResultSet row) throws SQLException {
        return new JobFile(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
