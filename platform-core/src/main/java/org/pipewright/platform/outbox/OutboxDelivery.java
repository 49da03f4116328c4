package org.pipewright.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.database.Sql;

/** The transactions of a delivery: seeing what is due, delivering one row, noting a failure. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class OutboxDelivery {

    private static final int BATCH = 200;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    private static final Duration UNTIL_A_MODULE_IS_BACK = Duration.ofMinutes(1);
    private static final int LONGEST_ERROR = 500;

    @Inject
    Sql sql;

    @Inject
    @ConfigProperty(name = "pipewright.platform.outbox-attempts", defaultValue = "10")
    int attempts;

    /**
     * A row that may be delivered now.
     *
     * @param attempts how often it had failed when it was seen; once it failed again on another node, it is no longer
     *     this one's to deliver or to count
     */
    record Due(long id, UUID tenant, String consumer, int attempts) {}

    /**
     * Rows whose time has come and before which no other of the same record and consumer waits. Those of a tenant that
     * is suspended or about to be deleted wait too (S-TEN-12).
     */
    List<Due> due(String kind) {
        return sql.list(
                "select o.id, o.tenant_id, o.consumer, o.attempts from platform.outbox o"
                        + " join platform.tenant t on t.id = o.tenant_id"
                        + " and (t.status in ('ACTIVE', 'PENDING_VERIFICATION') or o.consumer = 'platform')"
                        + " where o.kind = ? and o.failed_at is null and o.next_attempt_at <= now()"
                        + " and not exists (select 1 from platform.outbox e where e.tenant_id = o.tenant_id"
                        + " and e.record_id = o.record_id and e.kind = o.kind and e.consumer = o.consumer"
                        + " and e.failed_at is null and e.id < o.id) order by o.id limit " + BATCH,
                row -> new Due(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getInt(4)),
                kind);
    }

    /** Delivers the row unless another node has it or has had it. */
    void deliver(OutboxHandler handler, Due due) {
        locked(due).ifPresent(row -> {
            handler.deliver(row);
            sql.update("delete from platform.outbox where id = ?", row.id());
        });
    }

    private Optional<OutboxRow> locked(Due due) {
        return sql.first(
                "select id, tenant_id, kind, consumer, record_id, payload, attempts from platform.outbox"
                        + " where id = ? and attempts = ? and failed_at is null for update skip locked",
                OutboxDelivery::row,
                due.id(),
                due.attempts());
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                object(row.getString(6)),
                row.getInt(7));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Leaves the row of an absent module waiting, without counting it as a failure or standing before others. */
    void putOff(Due due) {
        sql.update(
                "update platform.outbox set next_attempt_at = ? where id = ?",
                Instant.now().plus(UNTIL_A_MODULE_IS_BACK),
                due.id());
    }

    /** Puts the row off for longer each time, and parks it after the last try; a try counts once on all nodes. */
    void failed(Due due, RuntimeException failure) {
        sql.update(
                "update platform.outbox set attempts = attempts + 1, next_attempt_at = ?, last_error = ?,"
                        + " failed_at = case when attempts + 1 >= ? then now() end where id = ? and attempts = ?",
                Instant.now().plus(delayAfter(due.attempts())),
                shortened(failure),
                attempts,
                due.id(),
                due.attempts());
    }

    static Duration delayAfter(int failures) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failures, 20));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static String shortened(RuntimeException failure) {
        String text = failure.toString();
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
