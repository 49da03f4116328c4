package org.pipewright.platform.records;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.currencies.Amounts;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.RecordReading.Group;
import org.pipewright.platform.records.RecordReading.Groups;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.money.LargestRemainder;

/** Counts and sums of a list by the value of one field. */
final class Grouping {

    private static final int MOST_GROUPS = 500;

    private final Query query;
    private final Query shown;
    private final Query.Target by;
    private final String label;
    private final String amount;
    private final String given;
    private final String weight;
    private final String currency;

    Grouping(RecordTypes types, Caller caller, DeclaredType type, RecordReading.Figures figures) {
        query = new Query(types, caller, type);
        shown = new Query(types, caller, type);
        currency = caller.tenant().currency();
        by = query.target(given(figures.by()))
                .filter(Grouping::groups)
                .orElseThrow(() -> InvalidFields.refusal("by", "invalid"));
        label = label();
        Optional<Query.Target> sum = Optional.of(given(figures.sum()))
                .filter(name -> !name.isEmpty())
                .map(this::amount);
        amount = sum.map(Query.Target::comparable).orElse("");
        given = sum.map(Query.Target::given).orElse("");
        weight = given(figures.weight()).isEmpty() || amount.isEmpty() ? "" : percentage(figures.weight());
    }

    private static String given(String name) {
        return name == null ? "" : name;
    }

    private static boolean groups(Query.Target target) {
        return switch (target.field().kind()) {
            case CHOICE, REFERENCE, BOOLEAN, COUNTRY, CURRENCY, TEXT, DATE -> true;
            default -> false;
        };
    }

    private String label() {
        return by.field().kind() == FieldKind.REFERENCE
                ? shown.shownTitleOf(Query.MAIN, by.field().selectedAs())
                : by.field().selectedAs().in(Query.MAIN);
    }

    private Query.Target amount(String sum) {
        return query.target(sum)
                .filter(target -> target.field().kind() == FieldKind.MONEY)
                .orElseThrow(() -> InvalidFields.refusal("sum", "invalid"));
    }

    private String percentage(String percent) {
        return query.target(percent)
                .filter(target -> target.field().kind() == FieldKind.INTEGER)
                .map(Query.Target::comparable)
                .orElseThrow(() -> InvalidFields.refusal("weight", "invalid"));
    }

    /** Rows are counted first; only to the groups is joined what they are called. */
    Groups read(Sql sql, Function<Query, SqlPart> condition) {
        String key = by.field().selectedAs().in(Query.MAIN);
        SqlPart statement = new SqlPart()
                .add("select " + key + "::text, " + label + "::text, t.n, t.amount, t.without, t.weighted, t.unrated")
                .add(shown.from(counted(condition.apply(query))))
                .add(" order by t.is_total desc, t.n desc, 2 limit " + (MOST_GROUPS + 1));
        List<Counted> counted = sql.list(statement.text(), Grouping::counted, statement.parameters());
        return new Groups(
                groups(counted.subList(1, counted.size())),
                groups(counted.subList(0, 1)).get(0));
    }

    /** A group as the database reckoned it. */
    private record Counted(
            String key,
            String label,
            long count,
            BigDecimal amount,
            long withoutAmount,
            BigDecimal weighted,
            long withoutRate) {}

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                zero(row.getBigDecimal(4)),
                row.getLong(5),
                zero(row.getBigDecimal(6)),
                row.getLong(7));
    }

    private static BigDecimal zero(BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /** Sums are rounded once, at the end, and so that they still add up. */
    private List<Group> groups(List<Counted> all) {
        List<BigDecimal> sums = rounded(all, Counted::amount);
        List<BigDecimal> weighted = rounded(all, Counted::weighted);
        return IntStream.range(0, all.size())
                .mapToObj(i -> group(all.get(i), sums.get(i), weighted.get(i)))
                .toList();
    }

    private List<BigDecimal> rounded(List<Counted> all, Function<Counted, BigDecimal> sum) {
        return LargestRemainder.round(all.stream().map(sum).toList(), Amounts.decimals(currency));
    }

    private Group group(Counted group, BigDecimal sum, BigDecimal weighted) {
        return new Group(
                group.key(),
                group.label(),
                group.count(),
                amount.isEmpty() ? null : RecordReading.sum(sum, currency),
                group.withoutAmount(),
                weight.isEmpty() ? null : RecordReading.sum(weighted, currency),
                group.withoutRate());
    }

    private SqlPart counted(SqlPart where) {
        String key = by.comparable();
        return new SqlPart()
                .add("(select t.tenant_id, " + by.field().as(key) + ", " + figures() + ", grouping(" + key
                        + ") as is_total")
                .add(query.from())
                .add(" where ")
                .add(where)
                .add(" group by grouping sets ((t.tenant_id, " + key + "), ()))");
    }

    private String figures() {
        return amount.isEmpty()
                ? "count(*) as n, null::numeric as amount, 0 as without, 0 as unrated, null::numeric as weighted"
                : "count(*) as n, sum(" + amount + ") as amount, count(*) - count(" + given + ") as without, count("
                        + given + ") - count(" + amount + ") as unrated, "
                        + (weight.isEmpty() ? "null::numeric" : "sum(" + amount + " * " + weight + ") / 100")
                        + " as weighted";
    }
}
