package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.FileValue;

/** The files that are values of fields (S-CF-01). Each was sent for one field of one record and serves no other. */
@ApplicationScoped
class FilesInFields {

    /** Whether a file, called {@code f}, is what stands in the row {@code t}. */
    private static final String STANDS = "t.tenant_id = f.tenant_id and t.own -> f.field ->> 'id' = f.id::text";

    @Inject
    Sql sql;

    /**
     * Puts the file's name to the id that was given; refuses files of other records and fields. What code takes over from
     * another record comes without its files, which stay there.
     */
    void settle(Write write, DeclaredField field, FileValue value) {
        if (value.equals(write.before(field))) {
            field.setIn(write.record(), write.before(field));
            return;
        }
        Optional<FileValue> sent = sent(write, field, value.id());
        if (sent.isPresent() || (write.created() && write.isByCode())) {
            field.setIn(write.record(), sent.orElse(null));
        } else {
            write.reject(field.name(), "not-found");
        }
    }

    private Optional<FileValue> sent(Write write, DeclaredField field, UUID id) {
        return sql.first(
                "select name from core.file where id = ? and record_type = ? and record_id = ? and field = ?",
                row -> new FileValue(id, row.getString(1)),
                id,
                write.type().name(),
                write.record().id(),
                field.name());
    }

    /** Removes, of records that are flushed, the files in whose place others stand now, or none. */
    void removeReplaced(DeclaredType type, List<Write> writes) {
        Set<UUID> records = writes.stream()
                .filter(write -> !write.created() && isReplaced(write))
                .map(write -> write.record().id())
                .collect(Collectors.toSet());
        if (!records.isEmpty()) {
            sql.update(
                    "delete from core.file f where f.record_type = ? and f.record_id = any(?) and f.field is not null"
                            + " and not exists (select 1 from " + type.table() + " t where t.id = f.record_id and "
                            + STANDS + ")",
                    type.name(),
                    records);
        }
    }

    private static boolean isReplaced(Write write) {
        return write.told().stream().anyMatch(field -> field.kind() == FieldKind.FILE);
    }

    /** Gives the files of records to the one they become; those in fields only as far as they now stand in its fields. */
    void move(DeclaredType type, UUID winner, Set<UUID> losers) {
        sql.update(
                "update core.file f set record_id = ? where f.record_id = any(?) and (f.field is null or exists"
                        + " (select 1 from " + type.table() + " t where t.id = ? and " + STANDS + "))",
                winner,
                losers,
                winner);
    }
}
