package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.ConfidentialRecords;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** Asks the tables of the record types that can be private. */
@ApplicationScoped
class ConfidentialRecordsOfTypes implements ConfidentialRecords {

    @Inject
    RecordTypes recordTypes;

    @Inject
    CallerBinding caller;

    @Inject
    Sql sql;

    @Override
    public Set<UUID> among(String recordType, Set<UUID> records) {
        return recordTypes
                .named(recordType)
                .flatMap(type -> RowAccess.open(caller.caller(), type, "r").map(open -> without(records, type, open)))
                .orElse(Set.of());
    }

    private Set<UUID> without(Set<UUID> records, DeclaredType type, SqlPart open) {
        SqlPart query = new SqlPart()
                .add("select r.id from " + type.table() + " r where r.id = any(?::uuid[]) and ", records)
                .add(open);
        Set<UUID> hidden = new HashSet<>(records);
        sql.list(query.text(), row -> row.getObject(1, UUID.class), query.parameters())
                .forEach(hidden::remove);
        return hidden;
    }
}
