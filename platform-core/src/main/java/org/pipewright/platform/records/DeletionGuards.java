package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Field;

/**
 * Refuses to delete what others need by the criteria of their fields ({@link Field#keeps}), and names them as far as the
 * caller may see them (S-ACC-10).
 */
@ApplicationScoped
class DeletionGuards {

    /** Enough to know what to do about them. */
    private static final int MOST = 10;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    Sql sql;

    /** A record for whose sake another one stays. */
    private record Blocking(DeclaredType type, UUID id, String title) {}

    void require(DeclaredType type, UUID id) {
        List<Blocking> blocking = types.referring(type.name()).stream()
                .flatMap(other -> other.referencesTo(type.name()).stream()
                        .filter(field -> !field.keeps().isEmpty())
                        .flatMap(field -> keeping(other, field, id)))
                .toList();
        if (!blocking.isEmpty()) {
            throw refusal(blocking.stream().filter(this::isVisible).toList());
        }
    }

    /** Whoever deletes need not see what keeps the record: everything counts, also what has just been changed. */
    private Stream<Blocking> keeping(DeclaredType other, DeclaredField field, UUID id) {
        types.entityManager(other).flush();
        Query query = new Query(types, callers.caller().unlimited(), other);
        String title = query.shownTitle().orElseThrow();
        SqlPart criteria = RecordReading.matching(query, field.keeps());
        SqlPart statement = new SqlPart()
                .add("select t.id, " + title)
                .add(query.from())
                .add(" where t.deleted_at is null and " + field.in(Query.MAIN) + " = ? and ", id)
                .add(criteria)
                .add(" order by t.created_at, t.id limit " + MOST);
        return sql
                .list(
                        statement.text(),
                        row -> new Blocking(other, row.getObject(1, UUID.class), row.getString(2)),
                        statement.parameters())
                .stream();
    }

    private boolean isVisible(Blocking blocking) {
        return reading.allows(blocking.type(), blocking.id(), Action.VIEW);
    }

    private static Refusal refusal(List<Blocking> named) {
        JsonArrayBuilder records = JSON.createArrayBuilder();
        named.forEach(blocking -> records.add(JSON.createObjectBuilder()
                .add("recordType", blocking.type().name())
                .add("id", blocking.id().toString())
                .add("title", blocking.title())));
        String names = named.stream().map(Blocking::title).collect(Collectors.joining(", "));
        return new Refusal(
                CoreErrorCode.NEEDED,
                Map.of("name", names.isEmpty() ? "…" : names, "blocking", records.build()),
                List.of());
    }
}
