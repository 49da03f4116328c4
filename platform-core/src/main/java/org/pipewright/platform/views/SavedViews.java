package org.pipewright.platform.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.Segments;

/** The views that are kept: one's own, those of one's teams, and everybody's; filters ask for them as segments. */
@ApplicationScoped
class SavedViews implements Segments {

    private static final String QUERY = "select id, version, record_type, name, visibility, filter, sort, columns,"
            + " members is not null, owner_id = ? from core.saved_view"
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
                row.getBoolean(9),
                row.getBoolean(10));
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

    /** Fixes the records of a view. */
    void fix(UUID id, Collection<UUID> members) {
        sql.update("update core.saved_view set members = ?::uuid[] where id = ?", members, id);
    }

    /** The filters of the views, whoever sees these. */
    List<String> filters(Collection<UUID> ids) {
        return sql.list(
                "select filter from core.saved_view where id = any(?::uuid[]) and members is null and filter is not null",
                row -> row.getString(1),
                ids);
    }

    @Override
    public Optional<Segment> seen(UUID id, UUID member, Collection<UUID> teams) {
        return sql.first(
                "select id, record_type, coalesce(filter, ''), members is not null from core.saved_view where id = ?"
                        + " and (visibility = 'tenant' or owner_id = ?::uuid"
                        + " or (visibility = 'team' and team_id = any(?::uuid[])))",
                row -> new Segment(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)),
                id,
                member,
                teams);
    }

    void delete(UUID id) {
        sql.update("delete from core.saved_view where id = ?", id);
    }
}
