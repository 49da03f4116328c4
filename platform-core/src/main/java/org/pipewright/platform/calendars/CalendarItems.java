package org.pipewright.platform.calendars;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.calendars.CalendarFeed.Whose;
import org.pipewright.platform.calendars.CalendarFeeds.Known;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;

/** Activities with a time or a day as entries of a calendar, by the very condition that lists have. */
@ApplicationScoped
class CalendarItems {

    private static final int MOST = 2000;
    private static final int DAYS_BACK = 90;
    private static final int DAYS_AHEAD = 400;
    private static final int USUAL_MINUTES = 30;

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    @Inject
    IdentitySettings settings;

    /** The calendar of the bound caller. */
    @Transactional
    String written(Known feed) {
        Caller caller = callers.caller();
        DeclaredType type = types.named(Activity.NAME).orElseThrow();
        if (!caller.has(type.feature())) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Pipewright//Calendar//EN");
        calendar.setName(feed.name());
        SqlPart statement = statement(caller, type, feed.whose());
        sql.list(statement.text(), this::entry, statement.parameters()).forEach(calendar::addEvent);
        return Biweekly.write(calendar).go();
    }

    private static SqlPart statement(Caller caller, DeclaredType type, Whose whose) {
        Instant now = Instant.now();
        SqlPart statement = new SqlPart()
                .add(
                        "select t.id, t.subject, t.description, t.location, t.starts_at, t.duration, t.due_on, t.updated_at"
                                + " from core.activity t where t.deleted_at is null and t.status <> 'CANCELLED'")
                .add(
                        " and coalesce(t.starts_at, t.due_at) between ? and ? and ",
                        now.minus(DAYS_BACK, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC),
                        now.plus(DAYS_AHEAD, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
                .add(RowAccess.condition(caller, type, Action.VIEW, "t"));
        if (whose == Whose.TEAM && !caller.teams().isEmpty()) {
            statement.add(" and (t.owner_id = ? or t.team_id = any(?))", caller.memberId(), caller.teams());
        } else if (whose != Whose.ALL) {
            statement.add(
                    " and (t.owner_id = ? or exists (select 1 from core.attendee p where p.tenant_id = t.tenant_id"
                            + " and p.activity_id = t.id and p.member_id = ? and p.status <> 'DECLINED'"
                            + " and p.deleted_at is null))",
                    caller.memberId(),
                    caller.memberId());
        }
        return statement.add(" order by coalesce(t.starts_at, t.due_at), t.id limit " + MOST);
    }

    private VEvent entry(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        VEvent event = new VEvent();
        event.setUid(id + "@pipewright");
        event.setSummary(row.getString(2));
        event.setDescription(row.getString(3));
        event.setLocation(row.getString(4));
        event.setUrl(settings.publicUrl() + "/t/" + callers.caller().tenant().slug() + "/activities/" + id);
        event.setLastModified(Date.from(row.getObject(8, OffsetDateTime.class).toInstant()));
        OffsetDateTime start = row.getObject(5, OffsetDateTime.class);
        if (start == null) {
            allDay(event, row.getObject(7, LocalDate.class));
        } else {
            int minutes = row.getInt(6);
            event.setDateStart(Date.from(start.toInstant()), true);
            event.setDateEnd(
                    Date.from(start.plusMinutes(minutes == 0 ? USUAL_MINUTES : minutes)
                            .toInstant()),
                    true);
        }
        return event;
    }

    /** Days have no zone in a calendar; the library writes them as the day they are here. */
    private static void allDay(VEvent event, LocalDate day) {
        event.setDateStart(date(day), false);
        event.setDateEnd(date(day.plusDays(1)), false);
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
