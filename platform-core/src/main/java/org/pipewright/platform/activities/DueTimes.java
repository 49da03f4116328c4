package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.ZoneChosen;
import org.pipewright.platform.outbox.Outbox;
import org.pipewright.platform.outbox.OutboxHandler;
import org.pipewright.platform.outbox.OutboxRow;

/**
 * Lets what is due by a day be due by the end of that day where its owner lives now, after the owner or the tenant chose
 * another time zone (S-ACT-03). Versions stay: nobody edited the activities.
 */
@ApplicationScoped
class DueTimes implements OutboxHandler {

    private static final String BY_DAY = " from core.activity t where t.open and t.deleted_at is null"
            + " and t.due_on is not null and (t.form = 'TASK' or t.starts_at is null)";

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    @Inject
    TimeZones zones;

    @Inject
    ActivityLinks links;

    @Inject
    ContactFigures figures;

    private record Day(UUID owner, LocalDate day) {}

    void follow(@Observes ZoneChosen chosen) {
        JsonObjectBuilder payload = Json.createObjectBuilder();
        if (chosen.member() != null) {
            payload.add("member", chosen.member().toString());
        }
        outbox.put(chosen.tenant(), kind(), "", null, payload.build());
    }

    @Override
    public String kind() {
        return "due-times";
    }

    @Override
    public void deliver(OutboxRow row) {
        days(row.payload()).forEach(this::settle);
    }

    private List<Day> days(JsonObject payload) {
        String days = "select distinct t.owner_id, t.due_on" + BY_DAY;
        Sql.RowReader<Day> reader = row -> new Day(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
        return payload.containsKey("member")
                ? sql.list(days + " and t.owner_id = ?", reader, UUID.fromString(payload.getString("member")))
                : sql.list(days, reader);
    }

    private void settle(Day day) {
        sql.list(
                        "update core.activity u set due_at = ? where u.id in (select t.id" + BY_DAY
                                + " and t.owner_id is not distinct from ? and t.due_on = ? and t.due_at <> ?)"
                                + " returning u.id",
                        row -> row.getObject(1, UUID.class),
                        due(day),
                        day.owner() == null ? Sql.NULL : day.owner(),
                        day.day(),
                        due(day))
                .forEach(activity -> figures.refresh(links.all(activity)));
    }

    private Instant due(Day day) {
        return Activity.endOf(day.day(), zones.of(day.owner()));
    }
}
