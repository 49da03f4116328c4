package org.pipewright.platform.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.activities.Activity.Direction;
import org.pipewright.platform.activities.Activity.Priority;
import org.pipewright.platform.spi.activities.ActivityForm;

/**
 * An activity as it stands in a timeline.
 *
 * @param id of the activity
 * @param subject its title
 * @param kind name of its kind
 * @param form what it is at heart
 * @param status where it stands
 * @param open whether it is still to be done
 * @param overdue whether it should have been done by now, in the time zone of whoever is to do it
 * @param priority how urgent it is
 * @param direction who began it, or null
 * @param dueOn day it is to be done by, or null
 * @param startsAt when it begins, or null
 * @param dueAt from when on it is overdue, or null
 * @param duration in minutes, or null
 * @param completedAt when it was over, or null
 * @param description in more words, or null
 * @param result what came of it, or null
 * @param owner who is to do it or did it, or null
 */
public record ActivityLine(
        UUID id,
        String subject,
        String kind,
        ActivityForm form,
        ActivityStatus status,
        boolean open,
        boolean overdue,
        Priority priority,
        Direction direction,
        LocalDate dueOn,
        Instant startsAt,
        Instant dueAt,
        Integer duration,
        Instant completedAt,
        String description,
        String result,
        By owner) {

    /** Who does it. */
    public record By(UUID id, String title) {}

    /** A page of them. */
    public record Page(List<ActivityLine> items, String next) {}

    /** What {@link #read} reads, from activities called {@code t}, kinds {@code k} and members {@code m}. */
    static final String COLUMNS = "t.id, t.subject, k.name, t.form, t.status, t.open,"
            + " t.open and t.due_at is not null and t.due_at <= now(), t.priority, t.direction, t.due_on, t.starts_at,"
            + " t.due_at, t.duration, t.completed_at, t.description, t.result, t.owner_id, m.name";

    static final String TABLES = " from core.activity t"
            + " join core.activity_kind k on k.tenant_id = t.tenant_id and k.id = t.kind_id"
            + " left join core.member m on m.tenant_id = t.tenant_id and m.id = t.owner_id";

    static ActivityLine read(ResultSet row) throws SQLException {
        String direction = row.getString(9);
        UUID owner = row.getObject(17, UUID.class);
        return new ActivityLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                ActivityForm.valueOf(row.getString(4)),
                ActivityStatus.valueOf(row.getString(5)),
                row.getBoolean(6),
                row.getBoolean(7),
                Priority.valueOf(row.getString(8)),
                direction == null ? null : Direction.valueOf(direction),
                row.getObject(10, LocalDate.class),
                instant(row, 11),
                instant(row, 12),
                (Integer) row.getObject(13),
                instant(row, 14),
                row.getString(15),
                row.getString(16),
                owner == null ? null : new By(owner, row.getString(18)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
