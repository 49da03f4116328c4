package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Parts;

/** The meetings of the tenant and who comes to them. */
@ApplicationScoped
class Meetings {

    @Inject
    Sql sql;

    @Inject
    Parts parts;

    /** A meeting, also one in the bin, which is not open. */
    Optional<Meeting> withId(UUID activity) {
        return sql.first(
                "select t.id, t.subject, t.location, t.starts_at, coalesce(nullif(t.duration, 0), "
                        + Meeting.USUAL_MINUTES
                        + "), t.open and t.deleted_at is null, t.invitation_sequence, t.owner_id,"
                        + " m.name, m.email from core.activity t"
                        + " left join core.member m on m.tenant_id = t.tenant_id and m.id = t.owner_id where t.id = ?",
                Meetings::meeting,
                activity);
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        OffsetDateTime start = row.getObject(4, OffsetDateTime.class);
        return new Meeting(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                start == null ? null : start.toInstant(),
                row.getInt(5),
                row.getBoolean(6),
                row.getInt(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(10));
    }

    List<Attendee> attendees(UUID activity) {
        return parts.of(Attendee.class, activity);
    }

    /** Counts a change of what people were invited to; the meeting as it is told from now on. */
    Meeting changed(UUID activity) {
        sql.update("update core.activity set invitation_sequence = invitation_sequence + 1 where id = ?", activity);
        return withId(activity).orElseThrow();
    }
}
