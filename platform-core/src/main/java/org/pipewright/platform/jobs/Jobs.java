package org.pipewright.platform.jobs;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.OptionalInt;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.jobs.LongWorks;

/** Starts and stops jobs of the bound tenant. */
@ApplicationScoped
public class Jobs implements LongWorks {

    @Inject
    Sql sql;

    @Inject
    CallerBinding caller;

    @Inject
    JobQueue queue;

    /**
     * Starts a job once the running transaction has committed.
     *
     * @param kind which handler does it
     * @param payload what the handler needs to know
     * @param total how much there is to do, if known
     */
    public UUID start(String kind, JsonObject payload, OptionalInt total) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into platform.job (id, tenant_id, member_id, kind, payload, state, total)"
                        + " values (?, ?, ?, ?, ?::jsonb, 'WAITING', ?)",
                id,
                caller.tenantId(),
                caller.memberId(),
                kind,
                payload.toString(),
                total.isPresent() ? total.getAsInt() : null);
        queue.put(id);
        return id;
    }

    @Override
    public UUID start(String kind, JsonObject payload) {
        return start(kind, payload, OptionalInt.empty());
    }

    /** Asks a job of the tenant to stop; it does at its next look. False if there is no such job that could. */
    public boolean cancel(UUID id) {
        return sql.update(
                        "update platform.job set cancel_requested = true where id = ? and tenant_id = ?"
                                + " and state in ('WAITING', 'RUNNING')",
                        id,
                        caller.tenantId())
                > 0;
    }
}
