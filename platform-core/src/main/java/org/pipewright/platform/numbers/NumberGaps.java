package org.pipewright.platform.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.numbers.NumberGap.Reason;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.documents.DocumentRecord;

/**
 * Finds numbers that are missing from a series, and says why (S-NUM-07). Each number up to the last one that was counted
 * was taken or left out, and each one that was taken stands on a document, be it in the bin.
 */
@ApplicationScoped
class NumberGaps {

    /** Of each sort no more are told. */
    private static final int MOST = 500;

    private static final String NOT_TAKEN =
            "with t as (select period, value, lag(value, 1, 0::bigint) over (partition by"
                    + " period order by value) as before from core.taken_number where series = ?),"
                    + " g as (select period, before + 1 as first, value - 1 as last from t where value > before + 1"
                    + " union all select c.period, coalesce(m.most, 0) + 1, c.last from core.number_counter c left join"
                    + " (select period, max(value) as most from t group by period) m on m.period = c.period"
                    + " where c.series = ? and c.last > coalesce(m.most, 0)),"
                    + " s as (select g.period, greatest(g.first, s.first) as first, least(g.last, s.last) as last, s.at,"
                    + " s.counted_before from g join core.number_skip s on s.series = ? and s.period = g.period"
                    + " and s.first <= g.last and s.last >= g.first)"
                    + " select period, first, last, 'LEFT_OUT', at from s where not counted_before"
                    + " union all select g.period, n.v, n.v, 'NUMBER_LOST', null from g cross join lateral"
                    + " generate_series(g.first, least(g.last, g.first + " + MOST
                    + ")) n(v) where not exists (select from s"
                    + " where s.period = g.period and n.v between s.first and s.last) order by 1 desc, 2 limit " + MOST;

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    /** What is missing of a series that a module declares. */
    List<NumberGap> of(String series, String module) {
        List<NumberGap> gaps = new ArrayList<>(sql.list(NOT_TAKEN, NumberGaps::gap, series, series, series));
        gaps.addAll(withoutDocument(series, module));
        return gaps;
    }

    private static NumberGap gap(ResultSet row) throws SQLException {
        return new NumberGap(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                null,
                null,
                Reason.valueOf(row.getString(4)),
                at(row.getObject(5, OffsetDateTime.class)));
    }

    /** Numbers that were taken and stand on no document of the module. */
    private List<NumberGap> withoutDocument(String series, String module) {
        String nowhere = types.all().stream()
                .filter(type -> type.module().equals(module) && DocumentRecord.class.isAssignableFrom(type.entity()))
                .map(DeclaredType::table)
                .map(table -> " and not exists (select from " + table + " d where d.tenant_id = t.tenant_id"
                        + " and d.number = t.number)")
                .collect(Collectors.joining());
        return nowhere.isEmpty()
                ? List.of()
                : sql.list(
                        "select t.period, t.value, t.number, t.day, (select max(h.at) from core.history h where"
                                + " h.title = t.number and h.action = 'delete') from core.taken_number t"
                                + " where t.series = ?" + nowhere + " order by t.day desc, t.value desc limit " + MOST,
                        NumberGaps::lost,
                        series);
    }

    private static NumberGap lost(ResultSet row) throws SQLException {
        Instant deleted = at(row.getObject(5, OffsetDateTime.class));
        return new NumberGap(
                row.getString(1),
                row.getLong(2),
                row.getLong(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                deleted == null ? Reason.DOCUMENT_LOST : Reason.DELETED,
                deleted);
    }

    private static Instant at(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
