package org.pipewright.platform.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.records.Figure;

/**
 * A figure of a report with its place in the statement.
 *
 * @param figure as it was declared
 * @param place among the figures
 * @param value what it takes of a record
 * @param condition whether it takes the record
 * @param amount column of the amount in its own currency; empty when no amounts are added
 */
record Measure(Figure figure, int place, SqlPart value, SqlPart condition, String amount) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static List<Measure> of(Query query, Figure... figures) {
        return IntStream.range(0, figures.length)
                .mapToObj(place -> new Measure(
                        figures[place],
                        place,
                        value(query, figures[place]),
                        RecordReading.matching(query, figures[place].filter()),
                        figures[place].sum().isEmpty()
                                ? ""
                                : target(query, figures[place].sum()).given()))
                .toList();
    }

    private static SqlPart value(Query query, Figure figure) {
        if (figure.days().length == 2) {
            return new SqlPart()
                    .add("extract(epoch from " + column(query, figure.days()[1]) + " - "
                            + column(query, figure.days()[0]) + ") / 86400");
        } else if (!figure.sum().isEmpty()) {
            String weight = figure.weight().isEmpty() ? "" : " * " + column(query, figure.weight()) + " / 100.0";
            return new SqlPart().add(column(query, figure.sum()) + weight);
        }
        return new SqlPart().add(figure.distinct().isEmpty() ? "null::text" : column(query, figure.distinct()));
    }

    private static String column(Query query, String path) {
        return target(query, path).comparable();
    }

    private static Query.Target target(Query query, String path) {
        return query.target(path).orElseThrow(() -> InvalidFields.refusal("report", "invalid"));
    }

    String unit() {
        if (!figure.of().isEmpty()) {
            return "percent";
        } else if (figure.days().length > 0) {
            return "days";
        }
        return figure.sum().isEmpty() ? "count" : "money";
    }

    /** What is selected of each record. */
    SqlPart perRecord() {
        return new SqlPart()
                .add(", ")
                .add(value)
                .add(" as v" + place + ", (")
                .add(condition)
                .add(") as c" + place)
                .add(amount.isEmpty() ? "" : ", " + amount + " is not null as g" + place);
    }

    /** What is reckoned of the records of a group. */
    String perGroup() {
        String some = " filter (where c" + place + ")";
        String what = "count(*)" + some;
        if (figure.days().length > 0) {
            what = "avg(v" + place + ")" + some;
        } else if (!figure.sum().isEmpty()) {
            what = "coalesce(sum(v" + place + ")" + some + ", 0)";
        } else if (!figure.distinct().isEmpty()) {
            what = "count(distinct v" + place + ")" + some;
        }
        String unrated = amount.isEmpty()
                ? "0"
                : "count(*) filter (where c" + place + " and g" + place + " and v" + place + " is null)";
        return ", " + what + " as a" + place + ", " + unrated + " as u" + place;
    }

    /** The value as a percentage of another figure's, null where that is too small to tell. */
    BigDecimal percentage(BigDecimal part, BigDecimal whole) {
        return part == null || whole == null || whole.compareTo(BigDecimal.valueOf(Math.max(figure.least(), 1))) < 0
                ? null
                : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
