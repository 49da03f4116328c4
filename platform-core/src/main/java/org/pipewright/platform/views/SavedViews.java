package org.pipewright.platform.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** The views that are kept: one's own, those of one's teams, and everybody's. */
@ApplicationScoped
class SavedViews {

    private static final String QUERY = "select id, version, record_type, name, visibility, filter, sort, columns,"
            + " owner_id = ? from core.saved_view"
            + " where (owner_id = ? or visibility = 'tenant' or (visibility = 'team' and team_id = any(?::uuid[])))";

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    List<SavedView> of(String recordType) {
        return sql.list(
                QUERY + " and record_type = ? order by lower(name), id",
                SavedViews::view,
                callers.memberId(),
                callers.memberId(),
                callers.caller().teams(),
                recordType);
    }

    Optional<SavedView> withId(UUID id) {
        return sql.first(
                QUERY + " and id = ? for update",
                SavedViews::view,
                callers.memberId(),
                callers.memberId(),
                callers.caller().teams(),
                id);
    }

    private static SavedView view(ResultSet row) throws SQLException {
        String columns = row.getString(8);
        return new SavedView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                columns == null || columns.isEmpty() ? List.of() : Arrays.asList(columns.split(",")),
                row.getBoolean(9));
    }

    void add(SavedView view) {
        sql.update(
                "insert into core.saved_view (id, record_type, name, visibility, owner_id, team_id, filter, sort, columns)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                view.id(),
                view.recordType(),
                view.name(),
                view.visibility(),
                callers.memberId(),
                callers.caller().teamId(),
                view.filter(),
                view.sort(),
                String.join(",", view.columns()));
    }

    void change(SavedView view) {
        sql.update(
                "update core.saved_view set version = ?, name = ?, visibility = ?, filter = ?, sort = ?, columns = ?"
                        + " where id = ?",
                view.version(),
                view.name(),
                view.visibility(),
                view.filter(),
                view.sort(),
                String.join(",", view.columns()),
                view.id());
    }

    void delete(UUID id) {
        sql.update("delete from core.saved_view where id = ?", id);
    }
}
