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

    @Inject
    Sql sql;

    Optional<JobRow> withId(UUID id) {
        return sql.first(
                "select id, tenant_id, member_id, kind, payload, state, done from platform.job where id = ?",
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
                row.getInt(7));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    void started(UUID id) {
        sql.update(
                "update platform.job set state = 'RUNNING', started_at = coalesce(started_at, now()),"
                        + " heartbeat_at = now() where id = ?",
                id);
    }

    void progress(UUID id, int done) {
        sql.update("update platform.job set done = ?, heartbeat_at = now() where id = ?", done, id);
    }

    void total(UUID id, int total) {
        sql.update("update platform.job set total = ?, heartbeat_at = now() where id = ?", total, id);
    }

    void result(UUID id, JsonObject result) {
        sql.update("update platform.job set result = ?::jsonb where id = ?", result.toString(), id);
    }

    boolean isCancelRequested(UUID id) {
        return sql.first("select cancel_requested from platform.job where id = ?", row -> row.getBoolean(1), id)
                .orElse(true);
    }

    void finished(UUID id, JobRow.State state) {
        sql.update("update platform.job set state = ?, finished_at = now() where id = ?", state, id);
    }

    void failed(UUID id, String reason) {
        sql.update(
                "update platform.job set state = 'FAILED', finished_at = now(),"
                        + " result = coalesce(result, '{}'::jsonb) || jsonb_build_object('error', ?::text) where id = ?",
                reason,
                id);
    }
}
