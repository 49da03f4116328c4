package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.activities.LinkedActivity;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.activities.NewActivity;
import org.pipewright.platform.spi.records.Records;

/** Activities for module code. */
@ApplicationScoped
class ActivitiesOfModules implements Activities {

    private static final String TOLD = "t.id, t.subject, t.form, t.open, t.status, t.due_at, t.origin, t.result,"
            + " case when t.status in ('DONE', 'HELD') then t.completed_at end, t.direction = 'INBOUND'";
    private static final String SOONEST_FIRST = " order by t.due_at nulls last, t.id";

    @Inject
    Records records;

    @Inject
    Sql sql;

    @Inject
    ActivityKinds kinds;

    @Inject
    ActivityLinks links;

    @Inject
    ActivityOrigins origins;

    @Override
    public UUID add(NewActivity wanted) {
        Activity activity = Activity.of(kinds.standard(wanted.form()), wanted.subject());
        activity.describe(wanted.description());
        activity.plan(wanted.dueOn(), wanted.startsAt());
        activity.assignTo(wanted.owner(), wanted.team());
        UUID id = records.create(activity).id();
        Optional.ofNullable(wanted.origin()).ifPresent(origin -> origins.note(id, origin));
        wanted.links().forEach(record -> links.link(id, record));
        return id;
    }

    @Override
    public List<LinkedActivity> of(String recordType, UUID record) {
        return sql.list(
                "select " + TOLD + " from core.activity_link l"
                        + " join core.activity t on t.tenant_id = l.tenant_id and t.id = l.activity_id"
                        + " where l.record_type = ? and l.record_id = ? and t.deleted_at is null" + SOONEST_FIRST,
                ActivitiesOfModules::linked,
                recordType,
                record);
    }

    @Override
    public List<LinkedActivity> madeFor(Collection<String> purposes) {
        return purposes.isEmpty()
                ? List.of()
                : sql.list(
                        "select " + TOLD + " from core.activity t where t.origin = any(?) and t.deleted_at is null"
                                + SOONEST_FIRST,
                        ActivitiesOfModules::linked,
                        purposes);
    }

    @Override
    public Optional<LinkedActivity> withId(UUID activity) {
        return sql.first(
                "select " + TOLD + " from core.activity t where t.id = ?", ActivitiesOfModules::linked, activity);
    }

    @Override
    public void callOff(UUID activity, String reason) {
        records.withId(Activity.class, activity)
                .ifPresent(found -> records.change(found, off -> off.end(ActivityStatus.CANCELLED, reason)));
    }

    private static LinkedActivity linked(ResultSet row) throws SQLException {
        return new LinkedActivity(
                row.getObject(1, UUID.class),
                row.getString(2),
                ActivityForm.valueOf(row.getString(3)),
                row.getBoolean(4),
                ActivityStatus.valueOf(row.getString(5)) == ActivityStatus.CANCELLED,
                Optional.ofNullable(row.getObject(6, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getObject(9, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getBoolean(10));
    }

    @Override
    public void link(UUID activity, LinkedRecord record) {
        links.link(activity, record);
    }
}
