package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Sums;

/** Sums that the database reckons for the tenant itself. */
@ApplicationScoped
class SumsOfRecords implements Sums {

    @Inject
    AsTenant tenant;

    @Inject
    Sql sql;

    @Override
    public Optional<BigDecimal> of(String recordType, String criteria, String amount, String weight) {
        Query query = tenant.query(recordType);
        try {
            return Optional.of(read(query, RecordReading.matching(query, criteria), value(query, amount, weight)));
        } catch (Refusal unknownNow) {
            return Optional.empty();
        }
    }

    private BigDecimal read(Query query, SqlPart matching, String value) {
        SqlPart statement = new SqlPart()
                .add("select coalesce(sum(" + value + "), 0)")
                .add(query.from())
                .add(" where t.deleted_at is null and ")
                .add(matching);
        return sql.list(statement.text(), row -> row.getBigDecimal(1), statement.parameters())
                .get(0);
    }

    private static String value(Query query, String amount, String weight) {
        return column(query, amount) + (weight.isEmpty() ? "" : " * " + column(query, weight) + " / 100.0");
    }

    private static String column(Query query, String path) {
        return query.target(path).orElseThrow().comparable();
    }
}
