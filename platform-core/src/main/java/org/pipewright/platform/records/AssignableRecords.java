package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Criteria;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.RecordsChanged;

/** Asks criteria of the records of the tenant as the tenant itself, many criteria in one statement. */
@ApplicationScoped
class AssignableRecords implements Assignables {

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding binding;

    @Inject
    AsTenant tenant;

    @Inject
    Sql sql;

    @Override
    public List<Type> types() {
        Caller caller = tenant.caller();
        return types.all().stream()
                .filter(type -> type.isAssignable() && caller.has(type.feature()))
                .map(type -> new Type(type.name(), type.path()))
                .toList();
    }

    @Override
    public boolean understands(String recordType, String criteria) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return Stream.of(binding.caller(), tenant.caller())
                .map(caller -> new Query(types, caller, type))
                .allMatch(query -> condition(query, criteria).isPresent() && !goesInCircles(query, criteria));
    }

    /** What follows from where records were put is no ground for putting them anywhere. */
    private static boolean goesInCircles(Query query, String criteria) {
        return Criteria.paths(query, criteria).stream().anyMatch(query::isBeside);
    }

    @Override
    public Set<Integer> faults(String recordType, List<String> criteria) {
        Query query = tenant.query(recordType);
        return IntStream.range(0, criteria.size())
                .filter(place -> condition(query, criteria.get(place)).isEmpty())
                .boxed()
                .collect(Collectors.toSet());
    }

    @Override
    public long count(String recordType) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return sql.list("select count(*) from " + type.table() + " where deleted_at is null", row -> row.getLong(1))
                .get(0);
    }

    /** A mistake in one of them, or in a segment it names, is no reason not to ask the others. */
    private static Optional<SqlPart> condition(Query query, String criteria) {
        try {
            boolean circular = !Criteria.segments(criteria).isEmpty() && goesInCircles(query, criteria);
            return circular ? Optional.empty() : Optional.of(RecordReading.matching(query, criteria));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Matched> page(String recordType, List<String> criteria, Optional<UUID> after, int most) {
        SqlPart where = new SqlPart();
        after.ifPresent(id -> where.add(" and t.id > ?", id));
        return read(recordType, criteria, where.add(" order by t.id limit " + most));
    }

    @Override
    public List<Matched> among(String recordType, List<String> criteria, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(recordType, criteria, new SqlPart().add(" and t.id = any(?::uuid[])", ids));
    }

    private List<Matched> read(String recordType, List<String> criteria, SqlPart which) {
        DeclaredType type = types.named(recordType).orElseThrow();
        Query query = tenant.query(type);
        SqlPart answers = new SqlPart()
                .add("select t.id, (")
                .add(RecordReading.matching(query, type.undecided()))
                .add(") is true, array_to_string(array[null")
                .add(places(query, criteria))
                .add("]::int[], ',')");
        SqlPart statement =
                answers.add(query.from()).add(" where t.deleted_at is null").add(which);
        return sql.list(statement.text(), AssignableRecords::matched, statement.parameters());
    }

    private static SqlPart places(Query query, List<String> criteria) {
        SqlPart places = new SqlPart();
        for (int place = 0; place < criteria.size(); place++) {
            int number = place;
            condition(query, criteria.get(place))
                    .ifPresent(condition ->
                            places.add(", case when (").add(condition).add(") then " + number + " end"));
        }
        return places;
    }

    private static Matched matched(ResultSet row) throws SQLException {
        return new Matched(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                Arrays.stream(row.getString(3).split(","))
                        .filter(place -> !place.isEmpty())
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()));
    }

    /** Steps of those criteria that can be asked, which lead to a type. Many ask the same: each path is followed once. */
    private static Set<String> steps(Query query, Collection<String> criteria, String recordType) {
        Map<String, Set<String>> leading = new HashMap<>();
        Set<String> steps = new LinkedHashSet<>();
        for (String some : criteria) {
            Set<String> more = paths(query, some).stream()
                    .flatMap(path -> leading.computeIfAbsent(path, known -> query.stepsTo(recordType, known)).stream())
                    .collect(Collectors.toSet());
            if (!steps.containsAll(more) && condition(query, some).isPresent()) {
                steps.addAll(more);
            }
        }
        return steps;
    }

    private static Set<String> paths(Query query, String criteria) {
        try {
            return Criteria.paths(query, criteria);
        } catch (Refusal e) {
            return Set.of();
        }
    }

    @Override
    public Set<UUID> affected(String recordType, Collection<String> criteria, RecordsChanged change) {
        DeclaredType type = types.named(recordType).orElseThrow();
        Query query = tenant.query(type);
        SqlPart condition = new SqlPart();
        steps(query, criteria, change.recordType()).stream()
                .flatMap(step -> query.target(step).stream())
                .forEach(target -> condition
                        .add(condition.isEmpty() ? "" : " or ")
                        .add(target.given() + " = any(?::uuid[])", change.ids()));
        if (condition.isEmpty()) {
            return Set.of();
        }
        SqlPart statement = new SqlPart()
                .add("select t.id")
                .add(query.from())
                .add(" where t.deleted_at is null and (")
                .add(condition)
                .add(")");
        return new HashSet<>(sql.list(statement.text(), row -> row.getObject(1, UUID.class), statement.parameters()));
    }
}
