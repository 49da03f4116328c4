package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.access.Action;

/** Finds records by what stands in one of their fields, ignoring case; many at once, and only what the caller may view. */
@ApplicationScoped
class Lookup {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /** A record and what stands in the field. */
    record Hit(UUID id, String value) {}

    /** Ids of the records for each value, in lower case; none, one, or several. */
    Map<String, List<UUID>> by(DeclaredType type, DeclaredField field, Collection<String> values) {
        Map<String, List<UUID>> found = new HashMap<>();
        Set<String> folded = values.stream().map(Lookup::fold).collect(Collectors.toSet());
        if (!folded.isEmpty()) {
            hits(type, field, folded)
                    .forEach(hit -> found.computeIfAbsent(fold(hit.value()), v -> new ArrayList<>())
                            .add(hit.id()));
        }
        return found;
    }

    static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private List<Hit> hits(DeclaredType type, DeclaredField field, Set<String> folded) {
        if (field.kind().isPoints()) {
            return reachable(type, field, folded);
        }
        String column = field.in(Query.MAIN);
        String compared = field.kind().isText() ? "lower(" + column + ")" : column + "::text";
        SqlPart statement = new SqlPart()
                .add(
                        "select t.id, " + column + "::text from " + type.table() + " t where t.deleted_at is null and "
                                + compared + " = any(?) and ",
                        folded)
                .add(RowAccess.condition(callers.caller(), type, Action.VIEW, Query.MAIN));
        return sql.list(
                statement.text(),
                row -> new Hit(row.getObject(1, UUID.class), row.getString(2)),
                statement.parameters());
    }

    private List<Hit> reachable(DeclaredType type, DeclaredField field, Set<String> folded) {
        SqlPart statement = new SqlPart()
                .add(
                        "select distinct t.id, c.form from core.contact_point c join " + type.table()
                                + " t on t.tenant_id = c.tenant_id and t.id = c.record_id where t.deleted_at is null"
                                + " and c.subject = ? and c.field = ? and c.form = any(?) and ",
                        type.name(),
                        field.name(),
                        folded)
                .add(RowAccess.condition(callers.caller(), type, Action.VIEW, Query.MAIN));
        return sql.list(
                statement.text(),
                row -> new Hit(row.getObject(1, UUID.class), row.getString(2)),
                statement.parameters());
    }

    /** Those of the ids that are records the caller may view. */
    Set<UUID> ids(DeclaredType type, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        SqlPart statement = new SqlPart()
                .add("select t.id from " + type.table() + " t where t.deleted_at is null and t.id = any(?) and ", ids)
                .add(RowAccess.condition(callers.caller(), type, Action.VIEW, Query.MAIN));
        return Set.copyOf(sql.list(statement.text(), row -> row.getObject(1, UUID.class), statement.parameters()));
    }

    /** Titles of records the caller may view, at most so many. */
    List<Hit> titles(DeclaredType type, int most) {
        String column = "t." + type.title().column();
        SqlPart statement = new SqlPart()
                .add("select t.id, " + column + " from " + type.table() + " t where t.deleted_at is null and " + column
                        + " is not null and ")
                .add(RowAccess.condition(callers.caller(), type, Action.VIEW, Query.MAIN))
                .add(" order by t.id limit " + most);
        return sql.list(
                statement.text(),
                row -> new Hit(row.getObject(1, UUID.class), row.getString(2)),
                statement.parameters());
    }

    /** Whether a field can name a record. */
    static boolean names(DeclaredField field) {
        return field.kind().isText()
                || field.kind() == FieldKind.EMAILS
                || field.kind() == FieldKind.PHONES
                || field.kind() == FieldKind.INTEGER
                || field.kind() == FieldKind.ID;
    }
}
