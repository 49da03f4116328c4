package org.pipewright.platform.timelines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.RecordHistory;
import org.pipewright.platform.recordtypes.DeclaredType;

/** What was done to the records, without fields the caller may not see. */
@ApplicationScoped
class ChangesInTimeline implements TimelineSource {

    private static final int DIGITS = 19;

    @Inject
    Sql sql;

    @Inject
    RecordHistory history;

    @Override
    public String kind() {
        return "change";
    }

    @Override
    public SqlPart rows(Map<DeclaredType, Set<UUID>> story) {
        SqlPart rows = new SqlPart()
                .add(
                        "select h.at, lpad(h.id::text, " + DIGITS + ", '0'), h.subject, h.record_id from core.history h"
                                + " where h.action <> all(?) and (false",
                        History.BESIDE);
        story.forEach((type, ids) -> rows.add(" or ").add(history.condition(type, ids)));
        return rows.add(")");
    }

    @Override
    public Map<String, JsonObject> contents(Collection<String> keys) {
        Map<String, JsonObject> contents = new HashMap<>();
        sql.list(
                "select " + RecordHistory.COLUMNS + RecordHistory.TABLES + " where h.id = any(?::bigint[])",
                row -> contents.put(key(row.getLong(1)), history.entry(row)),
                keys);
        return contents;
    }

    /** As text that sorts as the number does. */
    private static String key(long id) {
        return String.format("%0" + DIGITS + "d", id);
    }
}
