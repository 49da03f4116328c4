package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;

/** Reads the jobs the caller may see. */
@ApplicationScoped
class JobList {

    private static final String QUERY = "select j.id, j.kind, j.state, j.done, j.total, j.result, j.member_id, m.name,"
            + " j.created_at, j.started_at, j.finished_at from platform.job j"
            + " left join core.member m on m.tenant_id = j.tenant_id and m.id = j.member_id"
            + " where j.tenant_id = ? and (? or j.member_id = ?)";

    @Inject
    Sql sql;

    @Inject
    CallerBinding caller;

    List<JobView> latest() {
        return sql.list(
                QUERY + " order by j.created_at desc, j.id desc limit 100",
                JobList::view,
                caller.tenantId(),
                everybodys(),
                caller.memberId());
    }

    Optional<JobView> withId(UUID id) {
        return sql.first(
                QUERY + " and j.id = ?", JobList::view, caller.tenantId(), everybodys(), caller.memberId(), id);
    }

    private boolean everybodys() {
        return caller.level(CoreModule.JOBS, Action.USE) != Level.NONE;
    }

    private static JobView view(ResultSet row) throws SQLException {
        UUID member = row.getObject(7, UUID.class);
        return new JobView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, Integer.class),
                object(row.getString(6)),
                member == null ? null : new JobView.By(member, row.getString(8)),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static JsonObject object(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
