package org.pipewright.platform.notices;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.JobFiles;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.RecordTypes;

/** What members are told. */
@ApplicationScoped
public class Notices {

    private static final UUID LAST = new UUID(-1, -1);
    /** What a notice of a file is about is no record, but the job that made it. */
    private static final String JOB = "core.job";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    JobFiles files;

    private record Row(UUID id, String kind, String recordType, UUID recordId, Instant at, boolean read) {}

    /** Tells a member something about a record, once the running transaction has committed. */
    public void tell(UUID member, String kind, String recordType, UUID record) {
        sql.update(
                "insert into core.notice (id, member_id, kind, record_type, record_id) values (?, ?, ?, ?, ?)",
                UuidCreator.getTimeOrderedEpoch(),
                member,
                kind,
                recordType,
                record);
    }

    /** Tells the member for whom a job has made a file that it is there; once, however often the job was begun. */
    @Transactional
    public void tellOfFile(UUID member, UUID job) {
        sql.update(
                "insert into core.notice (id, member_id, kind, record_type, record_id) select ?, ?, 'file-ready', ?, ?"
                        + " where not exists (select 1 from core.notice where member_id = ? and record_id = ?)",
                UuidCreator.getTimeOrderedEpoch(),
                member,
                JOB,
                job,
                member,
                job);
    }

    /** The caller's notices before one of them, latest first. */
    Notice.Page page(UUID before, int limit) {
        List<Row> rows = sql.list(
                "select id, kind, record_type, record_id, at, read_at is not null from core.notice"
                        + " where member_id = ? and id < ? order by id desc limit " + (limit + 1),
                Notices::row,
                callers.memberId(),
                before == null ? LAST : before);
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        Map<UUID, String> titles = titles(shown);
        return new Notice.Page(
                shown.stream()
                        .map(row -> new Notice(
                                row.id(),
                                row.kind(),
                                row.recordType(),
                                row.recordId(),
                                titles.get(row.recordId()),
                                row.at(),
                                row.read()))
                        .toList(),
                unread(),
                more ? shown.get(limit - 1).id().toString() : null);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6));
    }

    private Map<UUID, String> titles(List<Row> rows) {
        Map<String, Set<UUID>> byType = rows.stream()
                .collect(Collectors.groupingBy(Row::recordType, Collectors.mapping(Row::recordId, Collectors.toSet())));
        Map<UUID, String> titles = new HashMap<>(files.names(byType.getOrDefault(JOB, Set.of())));
        byType.forEach((name, ids) -> types.named(name)
                .filter(reading::isViewable)
                .ifPresent(type -> titles.putAll(reading.titles(type, ids))));
        return titles;
    }

    private int unread() {
        return sql.first(
                        "select count(*) from core.notice where member_id = ? and read_at is null",
                        row -> row.getInt(1),
                        callers.memberId())
                .orElse(0);
    }

    /** Marks one as read; tells whether the caller has it. */
    boolean read(UUID id) {
        return sql.update(
                        "update core.notice set read_at = coalesce(read_at, now()) where id = ? and member_id = ?",
                        id,
                        callers.memberId())
                == 1;
    }

    /** Marks all of the caller's as read. */
    void readAll() {
        sql.update(
                "update core.notice set read_at = now() where member_id = ? and read_at is null", callers.memberId());
    }
}
