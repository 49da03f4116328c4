package org.pipewright.platform.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** Workflows and their versions in the database. */
@ApplicationScoped
class WorkflowRows {

    private static final String QUERY = "select w.id, w.version, w.record_type, w.name, w.exclusive_group, w.active,"
            + " w.published, w.draft, (select count(*) from core.workflow_item i where i.tenant_id = w.tenant_id and"
            + " i.workflow_id = w.id) from core.workflow w";

    @Inject
    Sql sql;

    List<Workflow> all() {
        return sql.list(QUERY + " order by w.record_type, lower(w.name), w.id", WorkflowRows::workflow);
    }

    Optional<Workflow> locked(UUID id) {
        return sql.first(QUERY + " where w.id = ? for update of w", WorkflowRows::workflow, id);
    }

    private static Workflow workflow(ResultSet row) throws SQLException {
        return new Workflow(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getObject(7, Integer.class),
                DefinitionJson.read(row.getString(8)),
                row.getLong(9));
    }

    /** The definition of a version. */
    Definition definition(UUID id, int number) {
        return sql.first(
                        "select definition from core.workflow_version where workflow_id = ? and number = ?",
                        row -> DefinitionJson.read(row.getString(1)),
                        id,
                        number)
                .orElseThrow();
    }

    void add(Workflow workflow) {
        sql.update(
                "insert into core.workflow (id, record_type, name, exclusive_group, draft)"
                        + " values (?, ?, ?, ?, ?::jsonb)",
                workflow.id(),
                workflow.recordType(),
                workflow.name(),
                workflow.group(),
                workflow.draft().json());
    }

    void change(Workflow workflow) {
        sql.update(
                "update core.workflow set version = version + 1, name = ?, exclusive_group = ?, draft = ?::jsonb"
                        + " where id = ?",
                workflow.name(),
                workflow.group(),
                workflow.draft().json(),
                workflow.id());
    }

    /** Keeps the draft as a version for good. */
    void publish(Workflow workflow, int number, UUID member) {
        sql.update(
                "insert into core.workflow_version (workflow_id, number, definition, published_by)"
                        + " values (?, ?, ?::jsonb, ?)",
                workflow.id(),
                number,
                workflow.draft().json(),
                member);
        sql.update("update core.workflow set version = version + 1, published = ? where id = ?", number, workflow.id());
    }

    void activate(UUID id, boolean active) {
        sql.update("update core.workflow set version = version + 1, active = ? where id = ?", active, id);
    }

    void delete(UUID id) {
        sql.update("delete from core.workflow where id = ?", id);
    }
}
