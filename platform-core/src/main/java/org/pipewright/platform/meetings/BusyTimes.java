package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.meetings.FreeBusy.Stretch;
import org.pipewright.platform.meetings.FreeBusy.Times;

/**
 * When members are busy: with what they hold themselves, and with what they are invited to and have not declined. Rights
 * on the single activities are not asked, since nothing of them is told.
 */
@ApplicationScoped
class BusyTimes {

    private static final String BUSY = "select greatest(t.starts_at, ?), least(t.ends_at, ?) from (select a.starts_at,"
            + " a.starts_at + make_interval(mins => coalesce(nullif(a.duration, 0), " + Meeting.USUAL_MINUTES
            + ")) as ends_at from core.activity a where a.deleted_at is null and a.starts_at is not null"
            + " and a.form in ('CALL', 'MEETING', 'INTERACTION') and a.status in ('PLANNED', 'HELD', 'DEFERRED')"
            + " and (a.owner_id = ? or exists (select 1 from core.attendee p where p.tenant_id = a.tenant_id"
            + " and p.activity_id = a.id and p.member_id = ? and p.status <> 'DECLINED' and p.deleted_at is null))"
            + " and a.starts_at < ? and a.starts_at > ? and a.id <> ?) t where t.ends_at > ? order by 1, 2";

    /** As long as the longest activity takes. */
    private static final int LONGEST_DAYS = 8;

    @Inject
    Sql sql;

    /** Those of the ids that are members. */
    Set<UUID> members(Collection<UUID> ids) {
        return Set.copyOf(sql.list(
                "select id from core.member where id = any(?) and deleted_at is null",
                row -> row.getObject(1, UUID.class),
                ids));
    }

    /** Of a member, but for one activity. */
    Times of(UUID member, Instant from, Instant to, UUID except) {
        OffsetDateTime begin = from.atOffset(ZoneOffset.UTC);
        OffsetDateTime end = to.atOffset(ZoneOffset.UTC);
        List<Stretch> stretches = sql.list(
                BUSY,
                BusyTimes::stretch,
                begin,
                end,
                member,
                member,
                end,
                begin.minusDays(LONGEST_DAYS),
                except,
                begin);
        return new Times(member, joined(stretches));
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, OffsetDateTime.class).toInstant());
    }

    /** Stretches that overlap or touch as one. */
    static List<Stretch> joined(List<Stretch> sorted) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : sorted) {
            Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || next.from().isAfter(last.to())) {
                joined.add(next);
            } else if (next.to().isAfter(last.to())) {
                joined.set(joined.size() - 1, new Stretch(last.from(), next.to()));
            }
        }
        return joined;
    }
}
