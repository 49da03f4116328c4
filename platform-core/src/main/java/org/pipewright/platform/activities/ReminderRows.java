package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.RecordReaction;

/**
 * When activities ask to be reminded of, in one table across tenants: whoever delivers reminders must not look into each
 * tenant every few seconds. Written with the activity, so that both stand or fall.
 */
@ApplicationScoped
class ReminderRows implements RecordReaction<Activity> {

    private static final int MOST = 200;

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /** A reminder that is due. */
    record Due(UUID tenant, UUID activity, Instant at) {}

    @Override
    public void written(List<Written<Activity>> writes) {
        writes.stream()
                .filter(write -> write.change().created()
                        || write.change().touches("remindAt")
                        || write.change().touches("status"))
                .map(Written::record)
                .forEach(this::keep);
    }

    @Override
    public void binned(Activity activity) {
        forget(activity.id());
    }

    @Override
    public void restored(Activity activity) {
        keep(activity);
    }

    /** One that lies in the past was missed or has been delivered; it does not come again. */
    private void keep(Activity activity) {
        Optional<Instant> at = activity.remindAt()
                .filter(moment ->
                        activity.isOpen() && moment.isAfter(Instant.now().minusSeconds(60)));
        if (at.isEmpty()) {
            forget(activity.id());
        } else {
            sql.update(
                    "insert into platform.reminder (tenant_id, activity_id, at) values (?, ?, ?)"
                            + " on conflict (tenant_id, activity_id) do update set at = excluded.at",
                    callers.tenantId(),
                    activity.id(),
                    at.get());
        }
    }

    private void forget(UUID activity) {
        take(callers.tenantId(), activity);
    }

    /** Takes one off the list; true for exactly one of those who try. */
    boolean take(UUID tenant, UUID activity) {
        return sql.update("delete from platform.reminder where tenant_id = ? and activity_id = ?", tenant, activity)
                == 1;
    }

    /** Reminders of working tenants that are due, earliest first. */
    List<Due> due() {
        return sql.list(
                "select r.tenant_id, r.activity_id, r.at from platform.reminder r"
                        + " join platform.tenant t on t.id = r.tenant_id and t.status = 'ACTIVE'"
                        + " where r.at <= now() order by r.at limit " + MOST,
                row -> new Due(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getTimestamp(3).toInstant()));
    }
}
