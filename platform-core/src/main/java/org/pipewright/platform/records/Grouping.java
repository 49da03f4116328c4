package org.pipewright.platform.records;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.RecordReading.Group;
import org.pipewright.platform.records.RecordReading.Groups;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** Counts and sums of a list by the value of one field. */
final class Grouping {

    private static final int MOST_GROUPS = 500;

    private final Query query;
    private final Query.Target by;
    private final String label;
    private final String amount;
    private final String currency;

    Grouping(RecordTypes types, Caller caller, DeclaredType type, String by, String sum) {
        query = new Query(types, caller, type);
        currency = caller.tenant().currency();
        this.by = query.target(by == null ? "" : by).filter(Grouping::groups).orElseThrow(() -> invalid("by"));
        label = label();
        amount = sum == null || sum.isEmpty() ? "" : amount(sum);
    }

    private static boolean groups(Query.Target target) {
        return switch (target.field().kind()) {
            case CHOICE, REFERENCE, BOOLEAN, COUNTRY, CURRENCY, TEXT, DATE -> true;
            default -> false;
        };
    }

    private String label() {
        if (by.field().kind() != FieldKind.REFERENCE) {
            return by.comparable() + "::text";
        }
        Query.Target title = query.titleOf(by.alias(), by.field());
        return title.comparable() + "::text";
    }

    private String amount(String sum) {
        return query.target(sum)
                .filter(target -> target.field().kind() == FieldKind.MONEY)
                .map(Query.Target::comparable)
                .orElseThrow(() -> invalid("sum"));
    }

    private static Refusal invalid(String field) {
        return new Refusal(
                CoreErrorCode.INVALID, Map.of(), List.of(new FieldError(field, "invalid", "core.violation.invalid")));
    }

    Groups read(Sql sql, Function<Query, SqlPart> condition) {
        SqlPart where = condition.apply(query);
        SqlPart statement = new SqlPart()
                .add("select " + by.comparable() + "::text, " + label + ", " + figures())
                .add(query.from())
                .add(" where ")
                .add(where)
                .add(" group by 1, 2 order by 3 desc, 2 limit " + MOST_GROUPS);
        SqlPart totals = new SqlPart()
                .add("select null, null, " + figures())
                .add(query.from())
                .add(" where ")
                .add(where);
        return new Groups(
                sql.list(statement.text(), this::group, statement.parameters()),
                sql.list(totals.text(), this::group, totals.parameters()).get(0));
    }

    private String figures() {
        return amount.isEmpty()
                ? "count(*), null::numeric, 0"
                : "count(*), sum(" + amount + "), count(*) - count(" + amount + ")";
    }

    private Group group(ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal(4);
        return new Group(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                amount.isEmpty() ? null : RecordReading.sum(total, currency),
                row.getLong(5));
    }
}
