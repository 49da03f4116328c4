package org.pipewright.platform.jobs;

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
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** What is kept of jobs, each change in a transaction of its own: progress is seen while the job still runs. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class JobRows {

    private static final String FAIL = "update platform.job set state = 'FAILED', finished_at = now(),"
            + " result = coalesce(result, '{}'::jsonb) || jsonb_build_object('error', ?::text) where id = ?";

    @Inject
    Sql sql;

    Optional<JobRow> withId(UUID id) {
        return sql.first(
                "select j.id, j.tenant_id, j.member_id, j.kind, j.payload, j.state, j.done, t.status"
                        + " from platform.job j join platform.tenant t on t.id = j.tenant_id where j.id = ?",
                JobRows::row,
                id);
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                object(row.getString(5)),
                JobRow.State.valueOf(row.getString(6)),
                row.getInt(7),
                row.getString(8));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    void started(UUID id, UUID run) {
        sql.update(
                "update platform.job set state = 'RUNNING', started_at = coalesce(started_at, now()),"
                        + " heartbeat_at = now(), run_id = ? where id = ?",
                run,
                id);
    }

    /** False if the job is no longer this run's. */
    boolean progress(UUID id, UUID run, int done) {
        return sql.update(
                        "update platform.job set done = ?, heartbeat_at = now() where id = ? and run_id = ?",
                        done,
                        id,
                        run)
                == 1;
    }

    void total(UUID id, int total) {
        sql.update("update platform.job set total = ?, heartbeat_at = now() where id = ?", total, id);
    }

    /** False if the job is no longer this run's. */
    boolean result(UUID id, UUID run, JsonObject result) {
        return sql.update(
                        "update platform.job set result = ?::jsonb where id = ? and run_id = ?",
                        result.toString(),
                        id,
                        run)
                == 1;
    }

    /** Why the run may not go on, if it may not. */
    Optional<String> reasonToStop(UUID id, UUID run, boolean worksWhileClosed) {
        return sql.first(
                        "select case when j.run_id <> ? then 'taken-over' when j.cancel_requested then 'cancelled'"
                                + " when t.status <> 'ACTIVE' and not ? then 'tenant-suspended' else '' end"
                                + " from platform.job j join platform.tenant t on t.id = j.tenant_id where j.id = ?",
                        row -> row.getString(1),
                        run,
                        worksWhileClosed,
                        id)
                .or(() -> Optional.of("cancelled"))
                .filter(reason -> !reason.isEmpty());
    }

    boolean isSuperseded(UUID id) {
        return sql.first(
                        "select 1 from platform.job j join platform.job l on l.tenant_id = j.tenant_id and l.kind = j.kind"
                                + " and l.state = 'WAITING' and l.id > j.id where j.id = ? limit 1",
                        row -> true,
                        id)
                .isPresent();
    }

    void finished(UUID id, UUID run, JobRow.State state) {
        sql.update(
                "update platform.job set state = ?, finished_at = now() where id = ? and run_id = ?", state, id, run);
    }

    void cancelled(UUID id, UUID run, String reason) {
        sql.update(
                "update platform.job set state = 'CANCELLED', finished_at = now(),"
                        + " result = coalesce(result, '{}'::jsonb) || jsonb_build_object('reason', ?::text)"
                        + " where id = ? and run_id = ?",
                reason,
                id,
                run);
    }

    /** Ends a job that is not run at all. */
    void refused(UUID id, String reason) {
        sql.update(FAIL, reason, id);
    }

    void failed(UUID id, UUID run, String reason) {
        sql.update(FAIL + " and run_id = ?", reason, id, run);
    }
}
