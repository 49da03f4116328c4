package org.pipewright.platform.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.NumberSeries;
import org.pipewright.platform.spi.modules.NumberSeries.Reset;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** The series of numbers of the bound tenant (S-NUM-01). */
@ApplicationScoped
class Series implements Numbers {

    /** While numbers are taken by a pattern nobody chooses another one. */
    private static final String LOCK =
            "hashtextextended('core.number-series' || current_setting('pipewright.tenant') || ?, 0)";

    @Inject
    Sql sql;

    @Inject
    Modules modules;

    @Inject
    CurrentTenant tenant;

    @Inject
    CallerBinding caller;

    @Inject
    History history;

    @Inject
    NumberGaps gaps;

    @Override
    public String next(String series, LocalDate day) {
        sql.list("select pg_advisory_xact_lock_shared(" + LOCK + ")", row -> 1, series);
        NumberPattern pattern = pattern(declared(series));
        long value = sql.first(
                        "insert into core.number_counter as c (series, period, last) values (?, ?, 1)"
                                + " on conflict (tenant_id, series, period) do update set last = c.last + 1 returning last",
                        row -> row.getLong(1),
                        series,
                        pattern.period(day))
                .orElseThrow();
        String number = pattern.write(day, value);
        sql.update(
                "insert into core.taken_number (series, number, period, value, day) values (?, ?, ?, ?, ?)",
                series,
                number,
                pattern.period(day),
                value,
                day);
        return number;
    }

    @Override
    public Optional<LocalDate> latestDay(String series) {
        return sql.first(
                "select day from core.taken_number where series = ? order by day desc limit 1",
                row -> row.getObject(1, LocalDate.class),
                series);
    }

    /** Every series whose feature is on. */
    List<NumberSeriesView> all() {
        return modules.all().stream()
                .flatMap(module -> module.numberSeries().stream()
                        .filter(series -> caller.hasFeature(series.feature()))
                        .map(series -> listed(module, series)))
                .toList();
    }

    /** The series of that key whose feature is on. */
    NumberSeriesView listed(String key) {
        return all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** What is missing of it (S-NUM-07). */
    List<NumberGap> gaps(String key) {
        return gaps.of(key, listed(key).module());
    }

    private NumberSeriesView listed(CrmModule module, NumberSeries series) {
        NumberPattern pattern = pattern(series);
        long next = last(series.key(), pattern.period(tenant.today())) + 1;
        return new NumberSeriesView(
                series.key(),
                module.id(),
                pattern.text(),
                pattern.reset(),
                next,
                pattern.write(tenant.today(), next),
                missing(series.key()));
    }

    /** Numbers between the first and the last one taken of each period that nobody took. */
    private long missing(String series) {
        return sql.first(
                        "select coalesce(sum(most - least + 1 - taken), 0) from (select max(value) as most,"
                                + " min(value) as least, count(*) as taken from core.taken_number where series = ?"
                                + " group by period) p",
                        row -> row.getLong(1),
                        series)
                .orElse(0L);
    }

    /**
     * Chooses pattern, reset and, if told, what the next document of today counts as. No number is taken twice: numbers
     * that the new pattern could have written count as its own (S-NUM-06).
     */
    void choose(String key, String pattern, Reset reset, Optional<Long> next) {
        sql.list("select pg_advisory_xact_lock(" + LOCK + ")", row -> 1, key);
        NumberSeriesView before = listed(key);
        NumberPattern chosen = new NumberPattern(pattern, reset, fiscalStart());
        chosen.problem().ifPresent(code -> {
            throw InvalidFields.refusal("pattern", code);
        });
        if (!pattern.equals(before.pattern()) || reset != before.reset()) {
            sql.update(
                    "insert into core.number_series (series, pattern, reset) values (?, ?, ?) on conflict"
                            + " (tenant_id, series) do update set pattern = excluded.pattern, reset = excluded.reset",
                    key,
                    pattern,
                    reset.name());
            taken(key, chosen).forEach((period, last) -> raise(key, period, last, true));
        }
        next.ifPresent(value -> raiseTo(key, chosen.period(tenant.today()), value));
        NumberSeriesView after = listed(key);
        if (!after.equals(before)) {
            history.record("number-series:" + key, "edit", told(before), told(after));
        }
    }

    private void raiseTo(String key, String period, long next) {
        if (next <= last(key, period)) {
            throw Refusal.of(CoreErrorCode.NUMBER_TAKEN, String.valueOf(last(key, period)));
        }
        raise(key, period, next - 1, false);
    }

    /**
     * Lets a period go on behind that value, unless it is further already.
     *
     * @param counted whether what is left out stands on documents that an earlier pattern counted
     */
    private void raise(String key, String period, long last, boolean counted) {
        long before = last(key, period);
        if (last > before) {
            sql.update(
                    "insert into core.number_skip (series, period, first, last, counted_before) values (?, ?, ?, ?, ?)",
                    key,
                    period,
                    before + 1,
                    last,
                    counted);
        }
        sql.update(
                "insert into core.number_counter as c (series, period, last) values (?, ?, ?) on conflict"
                        + " (tenant_id, series, period) do update set last = greatest(c.last, excluded.last)",
                key,
                period,
                last);
    }

    /** The last of the numbers that the pattern could have written, by period. */
    private Map<String, Long> taken(String key, NumberPattern pattern) {
        Map<String, Long> last = new HashMap<>();
        sql.list("select number from core.taken_number where series = ?", row -> row.getString(1), key).stream()
                .flatMap(number -> pattern.read(number).stream())
                .forEach(reading -> last.merge(reading.period(), reading.value(), Math::max));
        return last;
    }

    private long last(String series, String period) {
        return sql.first(
                        "select last from core.number_counter where series = ? and period = ?",
                        row -> row.getLong(1),
                        series,
                        period)
                .orElse(0L);
    }

    private NumberPattern pattern(NumberSeries series) {
        return sql.first(
                        "select pattern, reset from core.number_series where series = ?",
                        row -> new NumberPattern(row.getString(1), Reset.valueOf(row.getString(2)), fiscalStart()),
                        series.key())
                .orElseGet(() -> new NumberPattern(series.pattern(), series.reset(), fiscalStart()));
    }

    private int fiscalStart() {
        return sql.first("select fiscal_year_start from core.organisation", row -> row.getInt(1))
                .orElse(1);
    }

    private NumberSeries declared(String key) {
        return modules.all().stream()
                .flatMap(module -> module.numberSeries().stream())
                .filter(series -> series.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No series is called " + key));
    }

    private static jakarta.json.JsonValue told(NumberSeriesView series) {
        return jakarta.json.Json.createValue(series.pattern() + ", " + series.reset() + ", " + series.next());
    }
}
