package org.pipewright.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** Takes what is to be delivered once the running transaction has committed. */
@ApplicationScoped
public class Outbox {

    /** Consumer of what the platform itself sends: it does not wait until the tenant is open again. */
    public static final String PLATFORM = "platform";

    @Inject
    Sql sql;

    /**
     * Puts something in.
     *
     * @param tenant it belongs to
     * @param kind which handler takes it
     * @param consumer who receives it, or empty
     * @param recordId record whose rows keep their order, or null
     * @param payload what is delivered
     */
    public void put(UUID tenant, String kind, String consumer, UUID recordId, JsonObject payload) {
        sql.update(
                "insert into platform.outbox (tenant_id, kind, consumer, record_id, payload)"
                        + " values (?, ?, ?, ?, ?::jsonb)",
                tenant,
                kind,
                consumer,
                recordId,
                payload.toString());
    }

    /** Drops what waits since before the given time; returns how many. */
    public int drop(UUID tenant, String kind, Instant before) {
        return sql.update(
                "delete from platform.outbox where tenant_id = ? and kind = ? and failed_at is null and created_at < ?",
                tenant,
                kind,
                before);
    }
}
