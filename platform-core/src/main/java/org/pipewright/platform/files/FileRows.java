package org.pipewright.platform.files;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.files.RecordFile.Author;
import org.pipewright.platform.files.RecordFile.Version;
import org.pipewright.platform.recordtypes.DeclaredType;

/** What is kept of files. Rights are asked by whoever calls. */
@ApplicationScoped
class FileRows {

    private static final int PART = 1 << 20;
    private static final int MOST = 500;
    private static final String COLUMNS = "select f.id, f.name, v.media_type, v.size, v.n, v.author_id, m.name,"
            + " v.created_at, f.record_type, f.record_id, f.sealed, f.field";
    private static final String TABLES = " from core.file f join core.file_version v"
            + " on v.tenant_id = f.tenant_id and v.file_id = f.id and v.n = f.latest"
            + " left join core.member m on m.tenant_id = v.tenant_id and m.id = v.author_id";

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /** A file and the record it belongs to. */
    record Placed(RecordFile file, String recordType, UUID record) {}

    /** The content of a version, to be sent. */
    record Stored(UUID file, int version, String name, String mediaType, long size) {}

    /** The files of the records, latest first. */
    List<Placed> of(Map<DeclaredType, Set<UUID>> story) {
        SqlPart statement = new SqlPart().add(COLUMNS + TABLES + " where ").add(condition(story));
        statement.add(" order by v.created_at desc, f.id desc limit " + MOST);
        return sql.list(statement.text(), this::placed, statement.parameters());
    }

    /** The condition for files, called {@code f}, of the records; those in fields are told by the fields. */
    static SqlPart condition(Map<DeclaredType, Set<UUID>> story) {
        SqlPart condition = new SqlPart().add("(f.field is null and (false");
        story.forEach(
                (type, ids) -> condition.add(" or (f.record_id = any(?) and f.record_type = ?)", ids, type.name()));
        return condition.add("))");
    }

    List<Placed> withIds(Collection<UUID> ids) {
        return sql.list(COLUMNS + TABLES + " where f.id = any(?)", this::placed, ids);
    }

    /** A file of the record, locked. */
    Optional<RecordFile> locked(DeclaredType type, UUID record, UUID id) {
        return sql.first(
                COLUMNS + TABLES + " where f.record_type = ? and f.record_id = ? and f.id = ? for update of f",
                row -> placed(row).file(),
                type.name(),
                record,
                id);
    }

    private Placed placed(ResultSet row) throws SQLException {
        UUID author = row.getObject(6, UUID.class);
        RecordFile file = new RecordFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getInt(5),
                author == null ? null : new Author(author, row.getString(7)),
                instant(row, 8),
                FileContent.isHarmless(row.getString(3)),
                !row.getBoolean(11)
                        && row.getString(12) == null
                        && (callers.caller().rights().holdsEverything()
                                || (author != null && author.equals(callers.memberId()))),
                row.getBoolean(11),
                row.getString(12),
                null);
        return new Placed(file, row.getString(9), row.getObject(10, UUID.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    List<Version> versions(UUID file) {
        return sql.list(
                "select v.n, v.media_type, v.size, v.sha256, v.author_id, m.name, v.created_at from core.file_version v"
                        + " left join core.member m on m.tenant_id = v.tenant_id and m.id = v.author_id"
                        + " where v.file_id = ? order by v.n desc",
                row -> {
                    UUID author = row.getObject(5, UUID.class);
                    return new Version(
                            row.getInt(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getString(4),
                            author == null ? null : new Author(author, row.getString(6)),
                            instant(row, 7));
                },
                file);
    }

    UUID add(String recordType, UUID record, FileContent content) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into core.file (id, record_type, record_id, name) values (?, ?, ?, ?)",
                id,
                recordType,
                record,
                content.name());
        addVersion(id, 1, content);
        return id;
    }

    UUID addInField(String recordType, UUID record, String field, FileContent content) {
        UUID id = add(recordType, record, content);
        sql.update("update core.file set field = ? where id = ?", field, id);
        return id;
    }

    UUID seal(String recordType, UUID record, FileContent content) {
        UUID id = add(recordType, record, content);
        sql.update("update core.file set sealed = true where id = ?", id);
        return id;
    }

    void renew(UUID id, int version, FileContent content) {
        sql.update("update core.file set latest = ? where id = ?", version, id);
        addVersion(id, version, content);
    }

    private void addVersion(UUID id, int n, FileContent content) {
        byte[] bytes = content.bytes();
        sql.update(
                "insert into core.file_version (file_id, n, media_type, size, sha256, author_id)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                n,
                content.mediaType(),
                (long) bytes.length,
                content.sha256(),
                callers.memberId());
        for (int from = 0; from < bytes.length; from += PART) {
            sql.update(
                    "insert into core.file_part (file_id, n, part, bytes) values (?, ?, ?, ?)",
                    id,
                    n,
                    from / PART,
                    Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)));
        }
    }

    void rename(UUID id, String name) {
        sql.update("update core.file set name = ? where id = ?", name, id);
    }

    void remove(UUID id) {
        sql.update("delete from core.file where id = ?", id);
    }

    Optional<Stored> stored(UUID file, int version) {
        return sql.first(
                "select f.name, v.media_type, v.size from core.file f join core.file_version v"
                        + " on v.tenant_id = f.tenant_id and v.file_id = f.id where f.id = ? and v.n = ?",
                row -> new Stored(file, version, row.getString(1), row.getString(2), row.getLong(3)),
                file,
                version);
    }

    /** A part of the content, empty after the last. */
    @Transactional
    Optional<byte[]> part(Stored stored, int part) {
        return sql.first(
                "select bytes from core.file_part where file_id = ? and n = ? and part = ?",
                row -> row.getBytes(1),
                stored.file(),
                stored.version(),
                part);
    }
}
