package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.records.Board;
import org.pipewright.platform.spi.records.RecordValues;

/** Values as the declarations of types tell them. */
@ApplicationScoped
class ValuesOfRecords implements RecordValues {

    @Inject
    AsTenant tenant;

    @Inject
    Sql sql;

    /** The board of the type that adds something up. */
    static Optional<Board> board(DeclaredType type) {
        return Arrays.stream(type.declaration().boards())
                .filter(board -> !board.sum().isEmpty())
                .findFirst();
    }

    @Override
    public boolean areKnown(String recordType) {
        return value(tenant.query(recordType)).isPresent();
    }

    private static Optional<Query.Target> value(Query query) {
        return board(query.type()).flatMap(board -> query.target(board.sum()));
    }

    @Override
    public Map<UUID, BigDecimal> of(String recordType, Collection<UUID> records) {
        Query query = tenant.query(recordType);
        return records.isEmpty()
                ? Map.of()
                : value(query).map(value -> read(query, value, records)).orElse(Map.of());
    }

    private Map<UUID, BigDecimal> read(Query query, Query.Target value, Collection<UUID> records) {
        SqlPart statement = new SqlPart()
                .add("select t.id, " + value.comparable())
                .add(query.from())
                .add(
                        " where t.deleted_at is null and t.id = any(?::uuid[]) and " + value.comparable()
                                + " is not null",
                        records);
        return sql
                .list(
                        statement.text(),
                        row -> Map.entry(row.getObject(1, UUID.class), row.getBigDecimal(2)),
                        statement.parameters())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
