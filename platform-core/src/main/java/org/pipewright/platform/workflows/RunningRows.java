package org.pipewright.platform.workflows;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** Where records stand in workflows, and the way they took, in the database. */
@ApplicationScoped
class RunningRows {

    private static final int MOST = 500;

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /**
     * Where a record stands.
     *
     * @param begun whether it has left the first step, or was put somewhere
     */
    record Standing(
            UUID workflow, String name, int number, Definition definition, String step, Instant since, boolean begun) {

        Definition.Step at() {
            return definition.step(step).orElseThrow();
        }
    }

    /** Where the record stands in each active workflow of its type; one that has not begun stands where all begin. */
    List<Standing> of(String recordType, UUID record) {
        return sql.list(
                "select w.id, w.name, v.number, v.definition, i.step, i.since from core.workflow w"
                        + " left join core.workflow_item i on i.tenant_id = w.tenant_id and i.workflow_id = w.id"
                        + " and i.record_id = ? join core.workflow_version v on v.tenant_id = w.tenant_id"
                        + " and v.workflow_id = w.id and v.number = coalesce(i.number, w.published)"
                        + " where w.record_type = ? and w.active order by lower(w.name), w.id",
                RunningRows::standing,
                record,
                recordType);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Definition definition = DefinitionJson.read(row.getString(4));
        String step = row.getString(5);
        return new Standing(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                definition,
                step == null ? definition.start() : step,
                instant(row, 6).orElse(null),
                step != null);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Lets a record stand in another step, and notes the way. */
    void move(Standing before, UUID record, String step, String transition, String reason) {
        sql.update(
                "insert into core.workflow_passage (id, workflow_id, record_id, number, transition, from_step, to_step,"
                        + " since, member_id, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UuidCreator.getTimeOrderedEpoch(),
                before.workflow(),
                record,
                before.number(),
                transition,
                before.step(),
                step,
                before.since(),
                callers.memberId(),
                reason);
        sql.update(
                "insert into core.workflow_item (workflow_id, record_id, number, step) values (?, ?, ?, ?)"
                        + " on conflict (tenant_id, record_id, workflow_id)"
                        + " do update set step = excluded.step, since = excluded.since",
                before.workflow(),
                record,
                before.number(),
                step);
    }

    /** The way a record took in a workflow, latest first, with the names that each version gives. */
    List<RunningView.Passage> passages(UUID workflow, UUID record) {
        return sql.list(
                "select p.number, p.transition, p.from_step, p.to_step, p.at,"
                        + " extract(epoch from p.at - p.since)::bigint, m.name, p.reason, v.definition"
                        + " from core.workflow_passage p join core.workflow_version v on v.tenant_id = p.tenant_id"
                        + " and v.workflow_id = p.workflow_id and v.number = p.number"
                        + " left join core.member m on m.tenant_id = p.tenant_id and m.id = p.member_id"
                        + " where p.record_id = ? and p.workflow_id = ? order by p.id desc limit " + MOST,
                RunningRows::passage,
                record,
                workflow);
    }

    private static RunningView.Passage passage(ResultSet row) throws SQLException {
        Definition definition = DefinitionJson.read(row.getString(9));
        String transition = row.getString(2);
        return new RunningView.Passage(
                row.getInt(1),
                transition == null
                        ? null
                        : definition.transition(transition).orElseThrow().name(),
                definition.step(row.getString(3)).orElseThrow().name(),
                definition.step(row.getString(4)).orElseThrow().name(),
                instant(row, 5).orElseThrow(),
                row.getObject(6, Long.class),
                row.getString(7),
                row.getString(8));
    }
}
