package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Report;

/** Reads the reports that record types declare, within the caller's rights. */
@ApplicationScoped
public class ReportReading {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    PastDays days;

    @Inject
    CallerBinding callers;

    /**
     * What is asked of a report.
     *
     * @param by one of its fields, or nothing for the first the caller may see
     * @param from first day of the period, or nothing
     * @param to last day of the period, or nothing
     * @param filter criteria of the records beside the report's own
     * @param at day of the past as of which it is told (S-PIPE-07), or nothing for now
     */
    public record Question(String by, String from, String to, String filter, String at) {}

    /**
     * A report as it is read.
     *
     * @param by field whose values the lines stand for
     * @param sort what a line's key is: {@code value}, {@code reference}, {@code month}, {@code week} (by its Monday) or
     *     {@code size}
     * @param figures what each line tells, in order
     * @param lines one for each value
     * @param total of all records
     */
    public record Result(String by, String sort, List<Heading> figures, List<Line> lines, Line total) {}

    /** A figure and its unit: {@code count}, {@code money}, {@code percent} or {@code days}. */
    public record Heading(String key, String unit) {}

    /**
     * One value and what there is to tell about it.
     *
     * @param key value, or null
     * @param label title of a reference, else the value
     * @param values by figure; without those that cannot be told
     */
    public record Line(String key, String label, Map<String, Value> values) {}

    /**
     * A figure's value, in its unit.
     *
     * @param number for counts, percentages with two decimals and days with one
     * @param sum for money, in the tenant's currency
     * @param withoutRate amounts that are not in the sum, for want of a rate of their currency (S-CUR-06)
     */
    public record Value(String number, RecordReading.Sum sum, Long withoutRate) {}

    /** The reports of the type that the caller may read. */
    public List<Report> reports(DeclaredType type) {
        return Stream.of(type.declaration().reports())
                .filter(report -> isReadable(type, report))
                .toList();
    }

    /** Fields by which the caller may have the report told. */
    public List<String> ways(DeclaredType type, Report report) {
        return Tally.ways(new Query(types, callers.caller(), type), report).toList();
    }

    private boolean isReadable(DeclaredType type, Report report) {
        try {
            tally(type, report, new Question(null, null, null, null, null));
            return true;
        } catch (Refusal hidden) {
            return false;
        }
    }

    /** Reads a report; refuses when there is none of that name for the caller. */
    public Result read(DeclaredType type, String key, Question question) {
        return asked(type, key, question).read(sql);
    }

    /** Reads a report of those records only, called {@code t}, that meet a condition. */
    public Result read(DeclaredType type, String key, Question question, SqlPart condition) {
        return asked(type, key, question)
                .where(records -> new SqlPart().add(" and ").add(condition))
                .read(sql);
    }

    private Tally asked(DeclaredType type, String key, Question question) {
        reading.requireView(type);
        Report report = find(type, key).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        return tally(type, report, question);
    }

    private Optional<Report> find(DeclaredType type, String key) {
        return reports(type).stream().filter(report -> report.key().equals(key)).findFirst();
    }

    private Tally tally(DeclaredType type, Report report, Question question) {
        String by = Optional.ofNullable(question.by())
                .orElseGet(() -> ways(type, report).stream().findFirst().orElse(""));
        Query query = new Query(types, callers.caller(), type);
        if (question.at() == null || question.at().isEmpty()) {
            return new Tally(query, types, report, by)
                    .where(now -> reading.condition(now, report.filter(), ""))
                    .during(question.from(), question.to())
                    .matching(question.filter());
        }
        LocalDate day = days.day("at", question.at());
        return new Tally(query, types, report, by)
                .of(days.rows(query, day), days.clock(day))
                .during(question.from(), question.to())
                .matching(question.filter());
    }
}
