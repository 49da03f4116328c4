package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.records.Board;
import org.pipewright.platform.spi.records.Workloads;

/** Work as the declarations of types tell it. */
@ApplicationScoped
class WorkloadsOfTypes implements Workloads {

    private static final String ACTIVITIES = "(select count(*) from core.activity a join core.activity_link l"
            + " on l.tenant_id = a.tenant_id and l.activity_id = a.id where l.record_id = t.id"
            + " and a.owner_id = t.owner_id and a.open and a.deleted_at is null)";

    @Inject
    RecordTypes types;

    @Inject
    AsTenant tenant;

    @Inject
    Sql sql;

    @Override
    public List<Kind> kinds() {
        Caller caller = tenant.caller();
        return types.all().stream()
                .filter(type -> type.isAssignable() && type.owned() && caller.has(type.feature()))
                .map(type -> new Kind(type.name(), ValuesOfRecords.board(type).isPresent()))
                .toList();
    }

    @Override
    public List<Load> open(String recordType, String criteria, int most) {
        DeclaredType type = types.named(recordType).orElseThrow();
        Query query = tenant.query(type);
        String value = column(query, ValuesOfRecords.board(type).map(Board::sum).orElse(""), "0");
        String weight =
                column(query, ValuesOfRecords.board(type).map(Board::weight).orElse(""), "100");
        SqlPart matching = RecordReading.matching(query, criteria);
        SqlPart open = RecordReading.matching(query, type.declaration().open());
        SqlPart statement = new SqlPart()
                .add("select t.id, t.owner_id, " + value + ", " + value + " * " + weight + " / 100.0, " + ACTIVITIES)
                .add(query.from())
                .add(" where t.deleted_at is null and ")
                .add(matching)
                .add(" and ")
                .add(open)
                .add(" order by t.id limit " + most);
        return sql.list(statement.text(), WorkloadsOfTypes::load, statement.parameters());
    }

    private static String column(Query query, String path, String otherwise) {
        return path.isEmpty()
                ? otherwise
                : query.target(path)
                        .map(target -> "coalesce(" + target.comparable() + ", 0)")
                        .orElse(otherwise);
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getObject(2, UUID.class)),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getInt(5));
    }
}
