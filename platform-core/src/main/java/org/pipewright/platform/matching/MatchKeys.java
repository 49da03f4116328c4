package org.pipewright.platform.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.records.CrmRecord;

/** Keeps what is compared of records beside them, so that an index finds what is like one. */
@ApplicationScoped
public class MatchKeys {

    @Inject
    Sql sql;

    /** Keeps the keys of records as they are now. */
    public void keep(DeclaredType type, List<? extends CrmRecord> records) {
        if (Matching.rules(type).isEmpty() || records.isEmpty()) {
            return;
        }
        forget(type, records.stream().map(CrmRecord::id).toList());
        sql.batch(
                "insert into core.match_key (subject, record_id, rule, form, near) values (?, ?, ?, ?, ?)",
                records.stream()
                        .flatMap(record -> Matching.keys(type, field -> field.valueIn(record)).stream()
                                .map(key -> List.of(type.name(), record.id(), key.rule(), key.form(), key.near())))
                        .toList());
    }

    /** Forgets records that are gone: they are like nothing. */
    public void forget(DeclaredType type, List<UUID> ids) {
        if (!Matching.rules(type).isEmpty()) {
            sql.update("delete from core.match_key where subject = ? and record_id = any(?)", type.name(), ids);
        }
    }
}
