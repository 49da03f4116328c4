package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.records.CrmRecord;

/** Keeps the words by which records are found. */
@ApplicationScoped
class SearchWords {

    @Inject
    Sql sql;

    void keep(DeclaredType type, CrmRecord record) {
        keep(type, List.of(record));
    }

    void keep(DeclaredType type, List<? extends CrmRecord> records) {
        sql.batch(
                "insert into core.search_entry (subject, record_id, words) values (?, ?, platform.fold(?)) "
                        + "on conflict (tenant_id, subject, record_id) do update set words = excluded.words",
                records.stream()
                        .map(record -> List.of(type.name(), record.id(), words(type, record)))
                        .toList());
    }

    void forget(DeclaredType type, UUID id) {
        forget(type, List.of(id));
    }

    void forget(DeclaredType type, List<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.update("delete from core.search_entry where subject = ? and record_id = any(?)", type.name(), ids);
        }
    }

    private static String words(DeclaredType type, CrmRecord record) {
        return VisibleWords.searched(type).stream()
                .map(field -> word(field, record))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** A phone number is also found by its bare digits (S-SRCH-05). */
    private static String word(DeclaredField field, CrmRecord record) {
        Object value = field.valueIn(record);
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return field.kind() == FieldKind.PHONE ? text + " " + text.replaceAll("\\D", "") : text;
    }
}
