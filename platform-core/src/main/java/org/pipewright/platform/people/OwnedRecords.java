package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** What a member owns, over all record types, and how it is handed on when the member leaves (S-AUTH-06). */
@ApplicationScoped
class OwnedRecords {

    @Inject
    RecordTypes types;

    @Inject
    Sql sql;

    @Inject
    History history;

    /** How many records of a type somebody owns. */
    public record Owned(String recordType, long count) {}

    List<Owned> of(UUID member) {
        return owned().map(type -> new Owned(type.name(), count(type, member)))
                .filter(owned -> owned.count() > 0)
                .toList();
    }

    /** Gives everything of one member to another. */
    void handOver(UUID from, UUID to) {
        owned().filter(type -> count(type, from) > 0).forEach(type -> handOver(type, from, to));
    }

    private void handOver(DeclaredType type, UUID from, UUID to) {
        JsonArray change = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", "owner")
                        .add("old", from.toString())
                        .add("new", to.toString()))
                .build();
        sql.list(
                        "update " + type.table() + " set owner_id = ?, version = version + 1 "
                                + "where owner_id = ? and deleted_at is null returning id, "
                                + type.title().column(),
                        row -> new Object[] {row.getObject(1, UUID.class), row.getString(2)},
                        to,
                        from)
                .forEach(row -> history.record(type.name(), (UUID) row[0], (String) row[1], "assign", change));
    }

    private long count(DeclaredType type, UUID member) {
        return sql.first(
                        "select count(*) from " + type.table() + " where owner_id = ? and deleted_at is null",
                        row -> row.getLong(1),
                        member)
                .orElse(0L);
    }

    private Stream<DeclaredType> owned() {
        return types.all().stream().filter(DeclaredType::owned);
    }
}
