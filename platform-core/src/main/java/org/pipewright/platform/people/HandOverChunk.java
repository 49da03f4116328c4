package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.records.ManyRecords;
import org.pipewright.platform.recordtypes.DeclaredType;

/** Hands on a few records in one transaction, with the rules and the history of any other change. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class HandOverChunk {

    @Inject
    OwnedRecords owned;

    @Inject
    ManyRecords many;

    @Inject
    Sql sql;

    List<UUID> next(DeclaredType type, UUID from, UUID after, int most) {
        return owned.openAfter(type, from, after, most);
    }

    /** Returns how many were refused by a rule and stay with whom they were. */
    int handOn(DeclaredType type, List<UUID> ids, UUID to) {
        JsonObject change = change(to);
        List<ManyRecords.Wanted> wanted = ids.stream()
                .map(id -> new ManyRecords.Wanted(id, change, List.of(), Optional.empty()))
                .toList();
        return (int) many.write(type, wanted, true).stream()
                .filter(written -> written.refusal().isPresent())
                .count();
    }

    /** The records go to the new owner's team with the owner. */
    private JsonObject change(UUID to) {
        JsonObjectBuilder change = Json.createObjectBuilder().add("owner", to.toString());
        sql.first("select team_id from core.member where id = ? and team_id is not null", row -> row.getString(1), to)
                .ifPresent(team -> change.add("team", team));
        return change.build();
    }
}
