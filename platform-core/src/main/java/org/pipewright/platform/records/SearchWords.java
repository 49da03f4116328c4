package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.matching.MatchKeys;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.records.CrmRecord;

/** Keeps the words by which records are found. */
@ApplicationScoped
class SearchWords {

    @Inject
    Sql sql;

    @Inject
    ReachableBy reachableBy;

    @Inject
    MatchKeys matchKeys;

    @Inject
    OwnIndex ownIndex;

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
        reachableBy.keep(type, records);
        matchKeys.keep(type, records);
        ownIndex.keep(type, records);
    }

    void forget(DeclaredType type, UUID id) {
        forget(type, List.of(id));
    }

    void forget(DeclaredType type, List<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.update("delete from core.search_entry where subject = ? and record_id = any(?)", type.name(), ids);
            reachableBy.forget(type, ids);
            matchKeys.forget(type, ids);
            ownIndex.forget(type, ids);
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
        if (value instanceof ContactPoints points) {
            return points.all().stream().flatMap(SearchWords::words).collect(Collectors.joining(" "));
        }
        String text = value.toString();
        return field.kind() == FieldKind.PHONE ? text + " " + text.replaceAll("\\D", "") : text;
    }

    private static Stream<String> words(ContactPoint point) {
        Stream<String> digits = point.part(ContactPoint.E164).isPresent()
                ? Stream.of(point.value().replaceAll("\\D", ""))
                : Stream.empty();
        return Stream.concat(point.parts().values().stream(), digits);
    }
}
