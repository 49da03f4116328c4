package org.pipewright.platform.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.matching.Handlings;
import org.pipewright.platform.matching.Twins;
import org.pipewright.platform.recordtypes.DeclaredType;

/** A step of a scan in a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ScanChunk {

    private static final int CHUNK = 200;

    @Inject
    Sql sql;

    @Inject
    Twins twins;

    @Inject
    Handlings handlings;

    int count(DeclaredType type) {
        return sql.first("select count(*) from " + type.table() + " where deleted_at is null", row -> row.getInt(1))
                .orElseThrow();
    }

    /** Pairs nobody decided about are found again if they are still alike. */
    void forget(DeclaredType type) {
        sql.update("delete from core.duplicate where subject = ? and dismissed_at is null", type.name());
    }

    List<UUID> next(DeclaredType type, UUID after) {
        return sql.list(
                "select id from " + type.table() + " where deleted_at is null and id > ? order by id limit " + CHUNK,
                row -> row.getObject(1, UUID.class),
                after);
    }

    void list(DeclaredType type, List<UUID> ids) {
        twins.list(type, ids, handlings.of(type).keySet());
    }

    int found(DeclaredType type) {
        return sql.first(
                        "select count(*) from core.duplicate where subject = ? and dismissed_at is null",
                        row -> row.getInt(1),
                        type.name())
                .orElseThrow();
    }
}
