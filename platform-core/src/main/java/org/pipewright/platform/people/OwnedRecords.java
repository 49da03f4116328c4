package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Criteria;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** What a member owns, over all record types: what of it still needs somebody is asked about when the member leaves. */
@ApplicationScoped
class OwnedRecords {

    @Inject
    RecordTypes types;

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /**
     * How many records of a type somebody owns.
     *
     * @param recordType name of the type
     * @param count of all of them
     * @param open those that still need an owner
     */
    public record Owned(String recordType, long count, long open) {}

    List<Owned> of(UUID member) {
        return types().map(type -> new Owned(type.name(), count(type, member, ""), countOpen(type, member)))
                .filter(owned -> owned.count() > 0)
                .toList();
    }

    /** Types whose records have owners. */
    Stream<DeclaredType> types() {
        return types.all().stream().filter(DeclaredType::owned);
    }

    long countOpen(DeclaredType type, UUID member) {
        return count(type, member, type.declaration().open());
    }

    private long count(DeclaredType type, UUID member, String filter) {
        SqlPart statement = from("count(*)", type, member, filter);
        return sql.list(statement.text(), row -> row.getLong(1), statement.parameters())
                .get(0);
    }

    /** Ids of open records of the member that follow one id, in the order of ids. */
    List<UUID> openAfter(DeclaredType type, UUID member, UUID after, int most) {
        SqlPart statement = from("t.id", type, member, type.declaration().open())
                .add(" and t.id > ? order by t.id limit " + most, after);
        return sql.list(statement.text(), row -> row.getObject(1, UUID.class), statement.parameters());
    }

    /** How many open records each of the members has who has any. */
    Map<UUID, Long> openOf(DeclaredType type, Collection<UUID> members) {
        SqlPart statement = from(
                        "t.owner_id, count(*)", type, type.declaration().open())
                .add(" and t.owner_id = any(?::uuid[]) group by t.owner_id", members);
        Map<UUID, Long> open = new HashMap<>();
        sql.list(
                statement.text(),
                row -> open.put(row.getObject(1, UUID.class), row.getLong(2)),
                statement.parameters());
        return open;
    }

    private SqlPart from(String columns, DeclaredType type, UUID member, String filter) {
        return from(columns, type, filter).add(" and t.owner_id = ?", member);
    }

    /** Whoever looks after people need not see their records: everything counts. */
    private SqlPart from(String columns, DeclaredType type, String filter) {
        Caller everybody = callers.caller().unlimited();
        Query query = new Query(types, everybody, type);
        ZoneId zone = everybody.tenant().timeZone();
        SqlPart open = Criteria.condition(query, filter, new Criteria.Clock(LocalDate.now(zone), zone));
        return new SqlPart()
                .add("select " + columns)
                .add(query.from())
                .add(" where t.deleted_at is null and ")
                .add(open);
    }
}
