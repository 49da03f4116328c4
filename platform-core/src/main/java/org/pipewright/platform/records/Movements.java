package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.currencies.Amounts;
import org.pipewright.platform.currencies.Rates;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.LargestRemainder;
import org.pipewright.platform.spi.records.Left;
import org.pipewright.platform.spi.records.Report;

/**
 * Explains how what a report is about changed between two days: what it was worth at the end of the first, each kind of
 * change, and what it was worth at the end of the second. They add up to the cent; what only the rates did stands apart
 * (S-PIPE-10, S-CUR-10).
 */
@ApplicationScoped
public class Movements {

    private static final List<String> OTHERS =
            List.of("new", "pulled-in", "back", "grown", "shrunk", "pushed-out", "gone", "rate");

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    ReportReading reports;

    @Inject
    PastDays days;

    @Inject
    Rates rates;

    @Inject
    CallerBinding callers;

    /**
     * What is asked.
     *
     * @param from first day
     * @param to second day
     * @param first if given, only records count whose period begins on or after that day
     * @param last if given, only records count whose period is not after that day
     * @param filter criteria beside the report's own
     */
    public record Span(String from, String to, String first, String last, String filter) {}

    /**
     * The answer.
     *
     * @param from first day
     * @param to second day
     * @param start what there was at the end of the first day
     * @param lines each kind of change; a change that did not happen is not there
     * @param end what there was at the end of the second day
     */
    public record Movement(String from, String to, Stock start, List<Line> lines, Stock end) {}

    /** How many records and what they were worth, but for amounts whose currency had no rate. */
    public record Stock(long count, RecordReading.Sum sum, long withoutRate) {}

    /** A kind of change, the records it happened to, and by how much the sum grew by it. */
    public record Line(String key, long count, RecordReading.Sum sum) {}

    private record Row(String key, long count, BigDecimal sum, long withoutRate) {}

    /** Reads it within the caller's rights; refuses a report that tells no movement. */
    public Movement read(DeclaredType type, String key, Span span) {
        reading.requireView(type);
        Report report = reports.reports(type).stream()
                .filter(each -> each.key().equals(key) && !each.moves().isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        LocalDate from = days.day("from", span.from());
        LocalDate to = days.day("to", span.to());
        if (to.isBefore(from)) {
            throw InvalidFields.refusal("to", "before-begin");
        }
        SqlPart statement = statement(type, report, span, from, to);
        return movement(from, to, report, sql.list(statement.text(), Movements::row, statement.parameters()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), row.getLong(2), row.getBigDecimal(3), row.getLong(4));
    }

    private SqlPart statement(DeclaredType type, Report report, Span span, LocalDate from, LocalDate to) {
        String atOldRate =
                "case when e.amount = 0 or e.currency = '" + currency() + "' then e.amount else round(e.amount * "
                        + PastRows.rate(rates.validOn(from), "e.currency") + ", 4) end";
        return new SqlPart()
                .add("with s as (")
                .add(side(type, report, span, from))
                .add("), e as (")
                .add(side(type, report, span, to))
                .add("), m as (select coalesce(s.here, false) as sh, coalesce(e.here, false) as eh, coalesce(s.worth,"
                        + " 0) as sv, coalesce(e.worth, 0) as ev, s.amount is not null and s.worth is null as sg,"
                        + " e.amount is not null and e.worth is null as eg, s.id is null as unborn,"
                        + " coalesce(s.stands, false) as so, coalesce(e.stands, false) as eo, coalesce(e.deleted,"
                        + " true) as lost, e.left_by, case when e.amount is null or (s.amount is not null and s.worth"
                        + " is null) then 0 else coalesce("
                        + atOldRate + ", e.worth, 0) end as w from s full join e on e.id = s.id where s.here or"
                        + " e.here) select 'start', count(*), coalesce(sum(sv), 0), count(*) filter (where"
                        + " sg) from m where sh union all select 'end', count(*), coalesce(sum(ev), 0),"
                        + " count(*) filter (where eg) from m where eh union all select k, count(*),"
                        + " sum(v), 0 from (select case when sh and eh then case when w > sv then 'grown'"
                        + " when w < sv then 'shrunk' end when eh then case when unborn then 'new' when so"
                        + " then 'pulled-in' else 'back' end when eo then 'pushed-out' when lost or"
                        + " left_by is null then 'gone' else left_by end as k, case when sh and eh then w"
                        + " - sv when eh then ev else -sv end as v from m union all select 'rate', ev - w"
                        + " from m where sh and eh and ev <> w) l where k is not null group by k");
    }

    /** The records as they were at the end of a day, and whether they were among those the report is about. */
    private SqlPart side(DeclaredType type, Report report, Span span, LocalDate day) {
        Query query = new Query(types, callers.caller(), type);
        Query.Target sum = query.target(report.moves()).orElseThrow(() -> InvalidFields.refusal("report", "invalid"));
        SqlPart among = RecordReading.matching(query, report.filter(), days.clock(day));
        SqlPart asked = RecordReading.matching(query, span.filter(), days.clock(day));
        SqlPart within = within(query, report, span, day);
        SqlPart left = new SqlPart().add("case");
        for (Left how : report.left()) {
            left.add(" when ")
                    .add(RecordReading.matching(query, how.filter(), days.clock(day)))
                    .add(" then '" + how.key() + "'");
        }
        SqlPart stands = new SqlPart()
                .add("t.deleted_at is null and (")
                .add(among)
                .add(") and (")
                .add(asked)
                .add(")");
        return new SqlPart()
                .add("select t.id, " + sum.given() + " as amount, t."
                        + sum.field().column("currency") + " as currency, " + sum.comparable()
                        + " as worth, t.deleted_at is not null as deleted, ")
                .add(report.left().length == 0 ? new SqlPart().add("null::text") : left.add(" end"))
                .add(" as left_by, (")
                .add(stands)
                .add(") as stands, (")
                .add(stands)
                .add(" and (")
                .add(within)
                .add(")) as here")
                .add(query.from(days.rows(query, day)));
    }

    private SqlPart within(Query query, Report report, Span span, LocalDate day) {
        SqlPart within = new SqlPart().add("true");
        Stream.of(new String[] {"first", ">=", span.first()}, new String[] {"last", "<=", span.last()})
                .filter(bound -> bound[2] != null && !bound[2].isEmpty())
                .forEach(bound -> within.add(" and ")
                        .add(RecordReading.matching(
                                query,
                                report.period() + bound[1] + Tally.day(report, bound[0], bound[2]),
                                days.clock(day))));
        return within;
    }

    private Movement movement(LocalDate from, LocalDate to, Report report, List<Row> rows) {
        Stock start = stock(rows, "start");
        Stock end = stock(rows, "end");
        List<String> order = new ArrayList<>(List.of("new", "pulled-in", "back"));
        Stream.of(report.left()).map(Left::key).forEach(order::add);
        OTHERS.stream().filter(key -> !order.contains(key)).forEach(order::add);
        List<Row> changes = order.stream()
                .flatMap(key -> rows.stream().filter(row -> row.key().equals(key)))
                .toList();
        BigDecimal difference = new BigDecimal(end.sum().amount())
                .subtract(new BigDecimal(start.sum().amount()));
        List<BigDecimal> rounded = LargestRemainder.round(
                changes.stream().map(Row::sum).toList(), difference, Amounts.decimals(currency()));
        return new Movement(
                from.toString(),
                to.toString(),
                start,
                IntStream.range(0, changes.size())
                        .mapToObj(i -> new Line(
                                changes.get(i).key(),
                                changes.get(i).count(),
                                RecordReading.sum(rounded.get(i), currency())))
                        .toList(),
                end);
    }

    private Stock stock(List<Row> rows, String key) {
        Row row =
                rows.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
        BigDecimal sum = row.sum().setScale(Amounts.decimals(currency()), RoundingMode.HALF_UP);
        return new Stock(row.count(), RecordReading.sum(sum, currency()), row.withoutRate());
    }

    private String currency() {
        return callers.caller().tenant().currency();
    }
}
