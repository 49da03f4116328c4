package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.OwnValue;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.OwnValues;

/**
 * Keeps the values of added fields that are unique or that filters look up (S-CF-06). Records in the bin have none, so
 * that what stands in them is free again.
 */
@ApplicationScoped
public class OwnIndex {

    private static final int AT_A_TIME = 1000;

    @Inject
    Sql sql;

    private record Entry(DeclaredField field, UUID record, String form) {}

    void keep(DeclaredType type, List<? extends CrmRecord> records) {
        List<DeclaredField> fields = kept(type);
        if (fields.isEmpty() || records.isEmpty()) {
            return;
        }
        forget(fields, records.stream().map(CrmRecord::id).toList());
        fields.forEach(field -> {
            List<Entry> entries = records.stream()
                    .flatMap(record -> entries(field, record.id(), field.valueIn(record)))
                    .toList();
            if (isRefused(entries)) {
                throw InvalidFields.refusal(field.name(), "taken");
            }
        });
    }

    private static List<DeclaredField> kept(DeclaredType type) {
        return type.own().stream()
                .filter(field -> field.own().orElseThrow().isKept())
                .toList();
    }

    void forget(DeclaredType type, List<UUID> ids) {
        List<DeclaredField> fields = kept(type);
        if (!fields.isEmpty() && !ids.isEmpty()) {
            forget(fields, ids);
        }
    }

    private void forget(List<DeclaredField> fields, List<UUID> ids) {
        sql.update(
                "delete from core.own_value where record_id = any(?) and field_id = any(?)",
                ids,
                fields.stream().map(OwnIndex::id).toList());
    }

    private static UUID id(DeclaredField field) {
        return field.own().orElseThrow().id();
    }

    private static Stream<Entry> entries(DeclaredField field, UUID record, Object value) {
        if (value == null) {
            return Stream.empty();
        }
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        return values.stream().map(OwnValue::form).distinct().map(form -> new Entry(field, record, form));
    }

    /** Writes entries of one field; tells whether one of a unique field was there already. */
    private boolean isRefused(List<Entry> entries) {
        if (entries.isEmpty()) {
            return false;
        }
        int written = sql.update(
                "insert into core.own_value (field_id, record_id, form, sole) select ?, r, f, ?"
                        + " from unnest(?::uuid[], ?::text[]) as e(r, f) on conflict do nothing",
                id(entries.get(0).field()),
                entries.get(0).field().own().orElseThrow().unique(),
                entries.stream().map(Entry::record).toList(),
                entries.stream().map(Entry::form).toList());
        return written < entries.size();
    }

    /** Whether another record has the value in a unique field. */
    boolean isTaken(DeclaredField field, Object value, UUID record) {
        return sql.first(
                        "select 1 from core.own_value where field_id = ? and form = ? and record_id <> ?",
                        row -> true,
                        id(field),
                        OwnValue.form(value),
                        record)
                .isPresent();
    }

    /** Writes the entries of a field anew; tells whether its values are as it demands. */
    public boolean build(DeclaredType type, DeclaredField field) {
        drop(field);
        if (!field.own().orElseThrow().isKept()) {
            return true;
        }
        List<Entry> entries = new ArrayList<>();
        sql.list(
                "select id, own from " + type.table() + " where deleted_at is null and jsonb_exists(own, ?)",
                row -> entries.addAll(entries(
                                field,
                                row.getObject(1, UUID.class),
                                OwnValue.read(
                                        field.kind(),
                                        OwnValues.ofJson(row.getString(2)).value(field.name())))
                        .toList()),
                field.name());
        for (int from = 0; from < entries.size(); from += AT_A_TIME) {
            if (isRefused(entries.subList(from, Math.min(from + AT_A_TIME, entries.size())))) {
                return false;
            }
        }
        return true;
    }

    /** Takes the entries of a field away. */
    public void drop(DeclaredField field) {
        sql.update("delete from core.own_value where field_id = ?", id(field));
    }
}
