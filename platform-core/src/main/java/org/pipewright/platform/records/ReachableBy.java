package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.records.CrmRecord;

/**
 * Keeps which records an e-mail address or a number belongs to, so that one index finds them whatever list and place
 * they stand in: for filters, imports, duplicates, consent and erasing.
 */
@ApplicationScoped
class ReachableBy {

    @Inject
    Sql sql;

    void keep(DeclaredType type, List<? extends CrmRecord> records) {
        List<DeclaredField> lists =
                type.fields().stream().filter(field -> field.kind().isPoints()).toList();
        if (lists.isEmpty() || records.isEmpty()) {
            return;
        }
        forget(type, records.stream().map(CrmRecord::id).toList());
        sql.batch(
                "insert into core.contact_point (subject, record_id, field, form) values (?, ?, ?, ?) "
                        + "on conflict do nothing",
                records.stream()
                        .flatMap(record -> lists.stream().flatMap(list -> rows(type, record, list)))
                        .toList());
    }

    private static Stream<List<Object>> rows(DeclaredType type, CrmRecord record, DeclaredField list) {
        return list.valueIn(record) instanceof ContactPoints points
                ? points.all().stream()
                        .flatMap(ReachableBy::forms)
                        .map(form -> List.of(type.name(), record.id(), list.name(), form))
                : Stream.empty();
    }

    /** The value in lower case; of a number also its international form. */
    private static Stream<String> forms(ContactPoint point) {
        return Stream.concat(
                point.part(ContactPoint.VALUE).stream().map(value -> value.toLowerCase(Locale.ROOT)),
                point.part(ContactPoint.E164).stream());
    }

    void forget(DeclaredType type, List<UUID> ids) {
        sql.update("delete from core.contact_point where subject = ? and record_id = any(?)", type.name(), ids);
    }
}
