package org.pipewright.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;

/** How long the bound tenant keeps the history of each record type. */
@ApplicationScoped
class Retention {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    History history;

    List<KeptFor> all() {
        Map<String, Integer> chosen = chosen();
        return types.all().stream()
                .map(DeclaredType::name)
                .map(name -> new KeptFor(name, chosen.get(name)))
                .toList();
    }

    private Map<String, Integer> chosen() {
        Map<String, Integer> days = new HashMap<>();
        sql.list("select subject, days from core.retention", row -> days.put(row.getString(1), row.getInt(2)));
        return days;
    }

    /** Keeps the history of the type that long from now on; what is older goes at once. */
    KeptFor choose(String recordType, Integer days) {
        if (types.named(recordType).isEmpty()) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        Integer before = chosen().get(recordType);
        sql.update("delete from core.retention where subject = ?", recordType);
        if (days != null) {
            sql.update("insert into core.retention (subject, days) values (?, ?)", recordType, days);
        }
        history.record("retention:" + recordType, "edit", value(before), value(days));
        expire();
        return new KeptFor(recordType, days);
    }

    private static JsonValue value(Integer days) {
        return Optional.ofNullable(days).<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }

    /** Lets go what is older than it may be. */
    void expire() {
        sql.list("select platform.expire_history()", row -> row.getLong(1));
    }

    /** The same in a transaction of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    void expireAlone() {
        expire();
    }
}
