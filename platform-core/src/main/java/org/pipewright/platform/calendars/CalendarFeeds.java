package org.pipewright.platform.calendars;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.calendars.CalendarFeed.Whose;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.spi.errors.Refusal;

/** The feeds of members. */
@ApplicationScoped
class CalendarFeeds {

    private static final String SUBJECT = "calendar-feed:";
    private static final int MOST = 20;
    private static final String COLUMNS = "select id, name, whose, created_at from core.calendar_feed ";

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    IdentitySettings settings;

    @Inject
    History history;

    /** A feed as it is read: for whom, and whose activities. */
    record Known(UUID member, String name, Whose whose) {}

    List<CalendarFeed> mine() {
        return sql.list(
                COLUMNS + "where member_id = ? order by created_at desc, id", CalendarFeeds::read, callers.memberId());
    }

    CalendarFeed make(String name, Whose whose) {
        if (mine().size() >= MOST) {
            throw Refusal.of(CoreErrorCode.QUOTA_EXCEEDED, String.valueOf(MOST));
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String token = Secrets.random();
        sql.update(
                "insert into core.calendar_feed (id, member_id, name, whose, token_hash) values (?, ?, ?, ?, ?)",
                id,
                callers.memberId(),
                name.strip(),
                whose,
                Secrets.hash(token));
        CalendarFeed made =
                sql.first(COLUMNS + "where id = ?", CalendarFeeds::read, id).orElseThrow();
        history.record(SUBJECT + made.name(), "create", JsonValue.NULL, Json.createValue(whose.name()));
        return new CalendarFeed(id, made.name(), whose, made.createdAt(), address(token));
    }

    private String address(String token) {
        return settings.publicUrl() + "/api/calendars/" + callers.tenantId() + "/" + token;
    }

    private static CalendarFeed read(ResultSet row) throws SQLException {
        return new CalendarFeed(
                row.getObject(1, UUID.class),
                row.getString(2),
                Whose.valueOf(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                null);
    }

    /** Takes one of the caller's back; its address leads nowhere from now on. */
    void revoke(UUID id) {
        String name = sql.first(
                        "delete from core.calendar_feed where id = ? and member_id = ? returning name",
                        row -> row.getString(1),
                        id,
                        callers.memberId())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        history.record(SUBJECT + name, "delete", JsonValue.NULL, JsonValue.NULL);
    }

    /** The feed of an address of the bound tenant. */
    @Transactional
    Optional<Known> at(String token) {
        return sql.first(
                "select member_id, name, whose from core.calendar_feed where token_hash = ?",
                row -> new Known(row.getObject(1, UUID.class), row.getString(2), Whose.valueOf(row.getString(3))),
                Secrets.hash(token));
    }
}
