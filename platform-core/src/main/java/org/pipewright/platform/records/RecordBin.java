package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.settings.TenantSettings;

/** What lies in the bin of a record type, for those who may restore it, last deleted first (S-REC-04). */
@ApplicationScoped
public class RecordBin {

    /**
     * A page of it.
     *
     * @param items deleted records
     * @param next what the following page comes after; {@code null} at the end
     * @param days after which what lies there goes for good; 0 keeps it
     */
    public record Page(List<Binned> items, String next, int days) {}

    /**
     * A deleted record.
     *
     * @param id of the record
     * @param title that named it
     * @param deletedAt when it was deleted
     * @param deletedBy who did it, {@code null} if that was the product itself
     */
    public record Binned(UUID id, String title, Instant deletedAt, By deletedBy) {}

    /** A member by name. */
    public record By(UUID id, String title) {}

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    RecordWriting writing;

    @Inject
    TenantSettings settings;

    Page page(DeclaredType type, String words, String after, int limit) {
        writing.requireAction(type, Action.DELETE);
        SqlPart statement = statement(type, words, after).add(" limit " + (limit + 1));
        List<Binned> found = sql.list(statement.text(), RecordBin::binned, statement.parameters());
        boolean more = found.size() > limit;
        return new Page(
                more ? found.subList(0, limit) : found,
                more ? position(found.get(limit - 1)) : null,
                Math.max(0, settings.integer(CoreModule.BIN_DAYS)));
    }

    private SqlPart statement(DeclaredType type, String words, String after) {
        String title = Query.isVisible(callers.caller(), type, type.title())
                ? "coalesce(t." + type.title().column() + "::text, '')"
                : "''";
        SqlPart statement = new SqlPart()
                .add("select t.id, " + title + ", t.deleted_at, m.id, m.name from " + type.table() + " t")
                .add(" left join lateral (select h.member_id from core.history h where h.record_id = t.id")
                .add(" and h.subject = ? and h.action = 'delete' order by h.id desc limit 1) d on true", type.name())
                .add(" left join core.member m on m.id = d.member_id")
                .add(" where t.deleted_at is not null and ")
                .add(RowAccess.condition(callers.caller(), type, Action.DELETE, Query.MAIN));
        if (words != null && !words.isBlank()) {
            statement.add(" and strpos(lower(" + title + "), ?) > 0", words(words));
        }
        return after(statement, after).add(" order by t.deleted_at desc, t.id desc");
    }

    private static String words(String words) {
        return words.strip().replace("\0", "").toLowerCase(Locale.ROOT);
    }

    private static SqlPart after(SqlPart statement, String after) {
        if (after == null || after.isEmpty()) {
            return statement;
        }
        try {
            String[] parts = after.split("_", 2);
            OffsetDateTime at = Instant.parse(parts[0]).atOffset(ZoneOffset.UTC);
            return statement.add(" and (t.deleted_at, t.id) < (?, ?)", at, UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw InvalidFields.refusal("after", "invalid");
        }
    }

    private static String position(Binned last) {
        return last.deletedAt() + "_" + last.id();
    }

    private static Binned binned(ResultSet row) throws SQLException {
        UUID member = row.getObject(4, UUID.class);
        return new Binned(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                member == null ? null : new By(member, row.getString(5)));
    }
}
