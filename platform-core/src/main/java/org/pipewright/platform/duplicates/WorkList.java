package org.pipewright.platform.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.duplicates.DuplicatesResource.Pair;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Match;

/** Pairs of records that may be the same, and what was decided about them (S-DUP-07). */
@ApplicationScoped
class WorkList {

    /**
     * A page of it.
     *
     * @param items pairs
     * @param next what the following page comes after; {@code null} at the end
     */
    public record Page(List<Item> items, String next) {}

    /**
     * Two records that may be the same.
     *
     * @param first one of them
     * @param second the other
     * @param score how sure that is, in percent
     * @param reasons rules that say so, the surest first
     * @param foundAt when that was found
     */
    public record Item(Named first, Named second, int score, List<Match.By> reasons, Instant foundAt) {}

    /** A record by name. */
    public record Named(UUID id, String title) {}

    private record Row(UUID first, UUID second, int score, List<Match.By> reasons, Instant foundAt) {}

    @Inject
    Sql sql;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    Page page(DeclaredType type, String after, int limit) {
        SqlPart statement = new SqlPart()
                .add(
                        "select d.first_id, d.second_id, d.score, d.reasons, d.found_at from core.duplicate d join "
                                + type.table() + " t on t.tenant_id = d.tenant_id and t.id = d.first_id join "
                                + type.table() + " o on o.tenant_id = d.tenant_id and o.id = d.second_id"
                                + " where d.subject = ? and d.dismissed_at is null"
                                + " and t.deleted_at is null and o.deleted_at is null and ",
                        type.name())
                .add(RowAccess.condition(callers.caller(), type, Action.VIEW, "t"))
                .add(" and ")
                .add(RowAccess.condition(callers.caller(), type, Action.VIEW, "o"));
        after(statement, after).add(" order by d.score desc, d.first_id desc, d.second_id desc limit " + (limit + 1));
        List<Row> rows = sql.list(statement.text(), WorkList::row, statement.parameters());
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page(items(type, shown), rows.size() > limit ? position(shown.get(limit - 1)) : null);
    }

    private List<Item> items(DeclaredType type, List<Row> rows) {
        Set<UUID> ids = new LinkedHashSet<>();
        rows.forEach(row -> Stream.of(row.first(), row.second()).forEach(ids::add));
        Map<UUID, String> titles = ids.isEmpty() ? Map.of() : reading.titles(type, ids);
        return rows.stream()
                .map(row -> new Item(
                        new Named(row.first(), titles.getOrDefault(row.first(), "")),
                        new Named(row.second(), titles.getOrDefault(row.second(), "")),
                        row.score(),
                        row.reasons(),
                        row.foundAt()))
                .toList();
    }

    private static SqlPart after(SqlPart statement, String after) {
        if (after == null || after.isEmpty()) {
            return statement;
        }
        try {
            String[] parts = after.split("_", 3);
            return statement.add(
                    " and (d.score, d.first_id, d.second_id) < (?, ?, ?)",
                    Integer.valueOf(parts[0]),
                    UUID.fromString(parts[1]),
                    UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw InvalidFields.refusal("after", "invalid");
        }
    }

    private static String position(Row last) {
        return last.score() + "_" + last.first() + "_" + last.second();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                reasons(row.getArray(4)),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    private static List<Match.By> reasons(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(Match.By::valueOf).toList();
    }

    /** Remembers pairs as not the same, found or not; whoever may edit both records decides. */
    void dismiss(DeclaredType type, List<Pair> pairs) {
        Set<UUID> ids = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            if (pair.first().equals(pair.second())) {
                throw InvalidFields.refusal("pairs", "duplicate");
            }
            ids.add(pair.first());
            ids.add(pair.second());
        });
        requireAll(type, ids, Action.VIEW, Refusal.of(CoreErrorCode.NOT_FOUND));
        requireAll(type, ids, Action.EDIT, Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + Action.EDIT));
        sql.batch(
                "insert into core.duplicate (subject, first_id, second_id, score, reasons, dismissed_at, dismissed_by)"
                        + " values (?, least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), 0, '{}', now(), ?)"
                        + " on conflict (tenant_id, subject, first_id, second_id)"
                        + " do update set dismissed_at = now(), dismissed_by = excluded.dismissed_by",
                pairs.stream().map(pair -> row(type, pair)).toList());
    }

    private List<Object> row(DeclaredType type, Pair pair) {
        List<Object> row =
                new ArrayList<>(List.of(type.name(), pair.first(), pair.second(), pair.first(), pair.second()));
        row.add(callers.memberId());
        return row;
    }

    private void requireAll(DeclaredType type, Set<UUID> ids, String action, Refusal refusal) {
        if (!reading.allowed(type, ids, action).containsAll(ids)) {
            throw refusal;
        }
    }
}
