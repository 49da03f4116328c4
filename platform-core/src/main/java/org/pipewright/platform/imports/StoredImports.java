package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** The imports of the bound tenant and the mappings remembered for their files. */
@ApplicationScoped
class StoredImports {

    private static final String QUERY = "select id, record_type, member_id, file_name, state, encoding, delimiter,"
            + " columns, header_key, mapping, remembered, row_count, work, done, cancel_requested, reason, created_at,"
            + " started_at, finished_at from core.import ";

    @Inject
    Sql sql;

    @Inject
    MappingJson json;

    void add(Import imported) {
        sql.update(
                "insert into core.import (id, record_type, member_id, file_name, state, encoding, delimiter, columns,"
                        + " header_key, mapping, remembered, row_count)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)",
                imported.id(),
                imported.recordType(),
                imported.memberId(),
                imported.fileName(),
                imported.state(),
                imported.encoding(),
                imported.delimiter(),
                imported.columns(),
                imported.headerKey(),
                MappingJson.write(imported.mapping()),
                imported.remembered(),
                imported.rowCount());
    }

    Optional<Import> withId(UUID id) {
        return sql.first(QUERY + "where id = ?", this::read, id);
    }

    /** The import, locked until the transaction ends. */
    Optional<Import> locked(UUID id) {
        return sql.first(QUERY + "where id = ? for update", this::read, id);
    }

    /** The latest of the types, newest first. */
    List<Import> latest(List<String> recordTypes) {
        return sql.list(
                QUERY + "where record_type = any(?) order by created_at desc limit 100",
                this::read,
                List.of(recordTypes));
    }

    private Import read(ResultSet row) throws SQLException {
        return new Import(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                ImportState.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                Arrays.asList((String[]) row.getArray(8).getArray()),
                row.getString(9),
                json.read(row.getString(10)),
                row.getBoolean(11),
                row.getInt(12),
                Optional.ofNullable(row.getString(13)).map(Work::valueOf),
                row.getInt(14),
                row.getBoolean(15),
                row.getString(16),
                instant(row, 17),
                instant(row, 18),
                instant(row, 19));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    void mapped(UUID id, ImportMapping mapping) {
        sql.update(
                "update core.import set mapping = ?::jsonb, state = 'MAPPED', reason = null where id = ?",
                MappingJson.write(mapping),
                id);
    }

    /** Notes that a job is to work on it. */
    void begin(UUID id, Work work, ImportState state) {
        sql.update(
                "update core.import set work = ?, state = ?, done = 0, cancel_requested = false, reason = null,"
                        + " finished_at = null where id = ?",
                work,
                state,
                id);
    }

    /** Notes that a job works on it; a resumed one goes on with its clock. */
    void started(UUID id, boolean resumed) {
        if (!resumed) {
            sql.update("update core.import set started_at = now(), done = 0 where id = ?", id);
        }
    }

    void progress(UUID id, int done) {
        sql.update("update core.import set done = done + ? where id = ?", done, id);
    }

    void finish(UUID id, ImportState state, String reason) {
        sql.update(
                "update core.import set state = ?, reason = ?, work = null, cancel_requested = false,"
                        + " finished_at = now() where id = ?",
                state,
                reason,
                id);
    }

    /** How many imports of the tenant a job works on, or will. */
    int openCount() {
        return sql.first("select count(*) from core.import where work is not null", row -> row.getInt(1))
                .orElse(0);
    }

    boolean requestCancel(UUID id) {
        return sql.update("update core.import set cancel_requested = true where id = ? and work is not null", id) > 0;
    }

    void delete(UUID id) {
        sql.update("delete from core.import where id = ?", id);
    }

    Optional<ImportMapping> remembered(String recordType, String headerKey) {
        return sql.first(
                "select mapping from core.import_mapping where record_type = ? and header_key = ?",
                row -> json.read(row.getString(1)),
                recordType,
                headerKey);
    }

    void remember(String recordType, String headerKey, ImportMapping mapping) {
        sql.update(
                "insert into core.import_mapping (record_type, header_key, mapping) values (?, ?, ?::jsonb)"
                        + " on conflict (tenant_id, record_type, header_key)"
                        + " do update set mapping = excluded.mapping, updated_at = now()",
                recordType,
                headerKey,
                MappingJson.write(mapping));
    }
}
