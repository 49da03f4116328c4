package org.pipewright.platform.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.platform.criteria.Criteria;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.currencies.Amounts;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.ReportReading.Heading;
import org.pipewright.platform.records.ReportReading.Line;
import org.pipewright.platform.records.ReportReading.Result;
import org.pipewright.platform.records.ReportReading.Value;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.money.LargestRemainder;
import org.pipewright.platform.spi.records.Report;

/** One report by one field, reckoned by the database in one statement. */
final class Tally {

    private static final int MOST_LINES = 500;
    private static final Set<FieldKind> TOLD_BY =
            EnumSet.of(FieldKind.CHOICE, FieldKind.BOOLEAN, FieldKind.REFERENCE, FieldKind.DATE, FieldKind.MONEY);
    private static final int LAST_YEAR = 9_999;
    private static final Comparator<String> BY_SIZE =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    private final Query query;
    private final Query named;
    private final Report report;
    private final String by;
    private final Query.Target target;
    private final List<Measure> measures;
    private final SqlPart condition = new SqlPart();
    private SqlPart rows;
    private Criteria.Clock clock;

    /** A group as the database reckoned it; the total comes first. */
    private record Row(String key, String label, List<BigDecimal> figures, List<Long> unrated) {}

    Tally(Query query, RecordTypes types, Report report, String by) {
        this.query = query;
        this.named = new Query(types, query.caller(), query.type());
        this.report = report;
        this.by = by;
        this.target = ways(query, report)
                .filter(by::equals)
                .findFirst()
                .flatMap(query::target)
                .orElseThrow(() -> InvalidFields.refusal("by", "invalid"));
        this.measures = Measure.of(query, report.figures());
        this.rows = new SqlPart().add(query.type().table());
        this.clock = RecordReading.clock(query.caller());
    }

    /** Fields by which it can be told: those it names, what the tenant added to its records (S-CF-01), what stands beside. */
    static Stream<String> ways(Query query, Report report) {
        Stream<String> added = Stream.concat(query.type().own().stream(), query.type().beside().stream())
                .filter(field -> TOLD_BY.contains(field.kind()))
                .map(DeclaredField::name);
        return Stream.concat(Stream.of(report.by()), added)
                .filter(path -> query.target(path).isPresent());
    }

    Tally where(Function<Query, SqlPart> part) {
        condition.add(part.apply(query));
        return this;
    }

    /** Of the records as they were on a day of the past. */
    Tally of(SqlPart pastRows, Criteria.Clock pastClock) {
        rows = pastRows;
        clock = pastClock;
        condition.add("t.deleted_at is null and ").add(RecordReading.matching(query, report.filter(), clock));
        return this;
    }

    /** Only records of the days from the first to the last. */
    Tally during(String first, String last) {
        if (isTold(first)) {
            matching(report.period() + ">=" + day(report, "from", first));
        }
        if (isTold(last)) {
            matching(report.period() + "<" + day(report, "to", last).plusDays(1));
        }
        return this;
    }

    private static boolean isTold(String day) {
        return day != null && !day.isEmpty();
    }

    /** A day of the report's period; refuses what is none. */
    static LocalDate day(Report report, String parameter, String day) {
        try {
            LocalDate date = LocalDate.parse(day);
            if (!report.period().isEmpty() && Math.abs(date.getYear()) < LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // refused below, as a report without a period is
        }
        throw InvalidFields.refusal(parameter, "invalid");
    }

    /** Only records that match. */
    Tally matching(String criteria) {
        condition.add(" and ").add(RecordReading.matching(query, criteria, clock));
        return this;
    }

    Result read(Sql sql) {
        String key = target.field().selectedIn(Query.MAIN);
        String label = target.field().kind() == FieldKind.REFERENCE
                ? named.shownTitleOf(Query.MAIN, target.field().selectedAs()) + "::text"
                : key;
        String figures = measures.stream()
                .map(measure -> ", a" + measure.place() + ", u" + measure.place())
                .collect(Collectors.joining());
        SqlPart statement = new SqlPart()
                .add("select " + key + ", " + label + figures)
                .add(named.from(reckoned()))
                .add(" order by " + Query.MAIN + ".is_total desc, a0 desc nulls last, 2 limit " + (MOST_LINES + 1));
        List<Row> rows = sql.list(statement.text(), this::row, statement.parameters());
        return result(rows.get(0), ordered(rows.subList(1, rows.size())));
    }

    private SqlPart reckoned() {
        String column = target.field().selected();
        SqlPart key = key();
        SqlPart statement = new SqlPart().add("(select tenant_id, " + column);
        measures.forEach(measure -> statement.add(measure.perGroup()));
        statement.add(", grouping(" + column + ") as is_total from (select t.tenant_id, ");
        statement.add(new SqlPart()
                .add(target.field().as(key.text()), key.parameters().toArray()));
        measures.forEach(measure -> statement.add(measure.perRecord()));
        return statement
                .add(query.from(rows))
                .add(" where ")
                .add(condition)
                .add(") r group by grouping sets ((tenant_id, " + column + "), ()))");
    }

    private SqlPart key() {
        String column = target.comparable();
        return switch (target.field().kind()) {
            case DATE -> new SqlPart().add(stretch(column));
            case INSTANT ->
                new SqlPart()
                        .add(
                                stretch(column + " at time zone ?"),
                                query.caller().tenant().timeZone().getId());
            case MONEY -> new SqlPart().add("power(10, floor(log(greatest(" + column + ", 1))))::bigint");
            default -> new SqlPart().add(column);
        };
    }

    /** The month of a day, or the Monday of its week. */
    private String stretch(String day) {
        return report.weekly()
                ? "to_char(date_trunc('week', " + day + "), 'YYYY-MM-DD')"
                : "to_char(" + day + ", 'YYYY-MM')";
    }

    /** What the keys of the lines are. */
    private String sort() {
        return switch (target.field().kind()) {
            case DATE, INSTANT -> report.weekly() ? "week" : "month";
            case MONEY -> "size";
            case REFERENCE -> "reference";
            default -> "value";
        };
    }

    private List<Row> ordered(List<Row> lines) {
        return switch (sort()) {
            case "month", "week", "size" ->
                lines.stream()
                        .sorted(Comparator.comparing(Row::key, Comparator.nullsLast(BY_SIZE)))
                        .toList();
            default -> lines;
        };
    }

    private Row row(ResultSet result) throws SQLException {
        List<BigDecimal> figures = new ArrayList<>();
        List<Long> unrated = new ArrayList<>();
        for (Measure measure : measures) {
            figures.add(result.getBigDecimal(3 + 2 * measure.place()));
            unrated.add(result.getLong(4 + 2 * measure.place()));
        }
        return new Row(result.getString(1), result.getString(2), figures, unrated);
    }

    private Result result(Row total, List<Row> rows) {
        List<Heading> headings = measures.stream()
                .map(measure -> new Heading(measure.figure().key(), measure.unit()))
                .toList();
        List<List<Value>> told =
                measures.stream().map(measure -> told(measure, rows)).toList();
        List<Line> lines = IntStream.range(0, rows.size())
                .mapToObj(place -> line(
                        rows.get(place), measure -> told.get(measure.place()).get(place)))
                .toList();
        return new Result(
                by,
                sort(),
                headings,
                lines,
                line(total, measure -> told(measure, List.of(total)).get(0)));
    }

    private Line line(Row row, Function<Measure, Value> value) {
        Map<String, Value> values = new LinkedHashMap<>();
        measures.forEach(measure -> {
            Value told = value.apply(measure);
            if (told != null) {
                values.put(measure.figure().key(), told);
            }
        });
        return new Line(row.key(), row.label(), values);
    }

    /** A figure of the lines as it is told: rounded once, at the end. */
    private List<Value> told(Measure measure, List<Row> rows) {
        List<BigDecimal> exact =
                rows.stream().map(row -> row.figures().get(measure.place())).toList();
        return switch (measure.unit()) {
            case "money" -> {
                List<BigDecimal> rounded = LargestRemainder.round(exact, Amounts.decimals(currency()));
                yield IntStream.range(0, rows.size())
                        .mapToObj(line -> new Value(
                                null,
                                RecordReading.sum(rounded.get(line), currency()),
                                rows.get(line).unrated().get(measure.place())))
                        .toList();
            }
            case "percent" ->
                rows.stream()
                        .map(row -> measure.percentage(row.figures().get(measure.place()), whole(measure, row)))
                        .map(Tally::number)
                        .toList();
            case "days" ->
                exact.stream()
                        .map(days -> days == null ? null : days.setScale(1, RoundingMode.HALF_UP))
                        .map(Tally::number)
                        .toList();
            default -> exact.stream().map(Tally::number).toList();
        };
    }

    private String currency() {
        return query.caller().tenant().currency();
    }

    private BigDecimal whole(Measure measure, Row row) {
        return measures.stream()
                .filter(other -> other.figure().key().equals(measure.figure().of()))
                .map(other -> row.figures().get(other.place()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No figure " + measure.figure().of()));
    }

    private static Value number(BigDecimal value) {
        return value == null ? null : new Value(value.toPlainString(), null, null);
    }
}
